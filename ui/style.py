"""The application's palette and style sheet, made from the theme's tokens."""

from __future__ import annotations

from pathlib import Path
from string import Template

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from ui.theme import (
    BODY_PX,
    CAPS_PX,
    RADIUS_CARD,
    RADIUS_FIELD,
    ROW_HEIGHT,
    SECONDARY_PX,
    STATUS_HEIGHT,
    TITLE_PX,
    TOOLBAR_HEIGHT,
    Theme,
    font,
)

_COLORS: tuple[str, ...] = (
    *("ground", "pane", "card", "chip", "hover", "line", "text", "text_2", "text_3"),
    *("accent", "accent_soft", "on_accent", "warning", "ok"),
)

# Pictures within controls, which a style sheet can only take from files.
_CONTROLS = (Path(__file__).resolve().parent.parent / "resources" / "controls").as_posix()

# A widget says which part it is by the dynamic property `part`: see `set_part`.
_SHEET = Template("""
QMainWindow, QDialog { background: $ground; }
QWidget[part="pane"] { background: $pane; }
QWidget[part="ground"] { background: $ground; }
QWidget[part="card"] { background: $card; border: 1px solid $line; border-radius: ${radius_card}px; }
QWidget[part="offer"] { background: $accent_soft; border: 1px solid $accent_soft; border-radius: ${radius_card}px; }
QFrame[part="group"] { background: $ground; border: 1px solid $line; border-radius: ${radius_card}px; }
QAbstractScrollArea[part="clear"] { background: transparent; }
QWidget[part="panel"] { background: $pane; border: 1px solid $line; border-radius: ${radius_card}px; }
QWidget[part="soft"] { background: $ground; border-radius: ${radius_card}px; }

QLabel { background: transparent; color: $text; }
QLabel[part="title"] { font-size: ${title}px; font-weight: 600; }
QLabel[part="secondary"] { font-size: ${secondary}px; color: $text_2; }
QLabel[part="label"] { color: $text_2; }
QLabel[part="caps"] { font-size: ${caps}px; font-weight: 600; color: $text_2; letter-spacing: 0.5px; }
QLabel[part="warning"] { color: $warning; }
QLabel[part="ok"] { color: $ok; }

QToolBar { background: $pane; border: none; border-bottom: 1px solid $line; spacing: 4px;
  padding: 0 12px; min-height: ${toolbar}px; max-height: ${toolbar}px; }
QToolBar::separator { width: 1px; background: $line; margin: 10px 6px; }
QStatusBar { background: $pane; border-top: 1px solid $line; color: $text_2; font-size: ${secondary}px;
  min-height: ${status}px; max-height: ${status}px; }
QStatusBar::item { border: none; }
QStatusBar QLabel { font-size: ${secondary}px; color: $text_2; }
QStatusBar QLabel[part="ok"] { color: $ok; }
QStatusBar QLabel[part="warning"] { color: $warning; }

QMenuBar { background: $pane; border-bottom: 1px solid $line; padding: 0 6px; }
QMenuBar::item { padding: 5px 9px; border-radius: ${radius_field}px; background: transparent; color: $text; }
QMenuBar::item:selected { background: $hover; }
QMenuBar::item:pressed { background: $accent_soft; color: $accent; }
QMenu { background: $card; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 12px; border-radius: 4px; color: $text; }
QMenu::item:selected { background: $accent_soft; }
QMenu::item:disabled { color: $text_3; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenu::icon { padding-left: 8px; }

QToolButton { background: transparent; border: 1px solid transparent; border-radius: ${radius_field}px;
  padding: 4px 8px; color: $text_2; }
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:checked { background: $accent_soft; color: $accent; }
QToolButton:focus { border-color: $accent; }
QToolButton:disabled { color: $text_3; }
QToolButton[part="filter"] { color: $text_3; padding: 3px 8px; font-size: ${secondary}px; }
QToolButton[part="filter"]:checked { background: $chip; color: $text; }
QToolButton[part="filter"]:hover { background: $hover; }
QToolButton[part="filter"]:focus { border-color: $accent; }
QWidget[part="segments"] { background: $chip; border-radius: ${radius_card}px; }
QToolButton[part="segment"] { padding: 0 11px; min-height: 24px; max-height: 24px; color: $text_2; }
QToolButton[part="segment"]:checked { background: $pane; color: $text; font-weight: 600; border-color: $line; }
QToolButton[part="segment"]:focus { border-color: $accent; }
QToolButton::menu-indicator { image: none; }
QPushButton { background: $card; border: 1px solid $line; border-radius: ${radius_field}px;
  padding: 0 12px; min-height: 26px; color: $text; font-weight: 500; }
QPushButton:hover { background: $hover; }
QDialogButtonBox, QMessageBox { dialogbuttonbox-buttons-have-icons: 0; }
QPushButton:pressed { background: $accent_soft; }
QPushButton:focus { border: 1px solid $accent; }
QPushButton:disabled { color: $text_3; }
QPushButton:default, QPushButton[part="primary"] { background: $accent; border-color: $accent;
  color: $on_accent; }
QPushButton:default:hover, QPushButton[part="primary"]:hover { background: $accent_hover; }
QPushButton:default:disabled, QPushButton[part="primary"]:disabled { background: $chip; border-color: $line;
  color: $text_3; }
QPushButton[part="primary"]:focus { border: 2px solid $text; }
QPushButton[part="link"] { background: transparent; border: 1px solid transparent; color: $accent;
  padding: 0 2px; margin-left: -3px; min-height: 22px; text-align: left; font-weight: 400; }
QPushButton[part="link"]:hover { background: $hover; }
QPushButton[part="link"]:focus { border-color: $accent; }

QPushButton[part="operand"] { background: $card; font-weight: 400; text-align: left; padding: 0 10px; }
QPushButton[part="operand"]:hover { background: $hover; }
QPushButton[part="operand"]:focus { border: 1px solid $accent; }
QToolButton[part="tiny"] { padding: 0; }

QPushButton[part="chip"] { background: $chip; border: 1px solid transparent; border-radius: 11px;
  padding: 0 9px; min-height: 20px; max-height: 20px; font-size: ${secondary}px; font-weight: 400; }
QPushButton[part="chip"]:hover { background: $accent_soft; color: $accent; }
QPushButton[part="chip"]:focus { border-color: $accent; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox { background: $card; border: 1px solid $line;
  border-radius: ${radius_field}px; padding: 4px 8px; color: $text; selection-background-color: $accent;
  selection-color: $on_accent; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus,
QDoubleSpinBox:focus { border-color: $accent; }
QSpinBox QLineEdit, QDoubleSpinBox QLineEdit { background: transparent; border: none; padding: 0; }
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button {
  width: 0; border: none; image: none; }
QLineEdit:disabled { color: $text_3; }

QComboBox { background: $card; border: 1px solid $line; border-radius: ${radius_field}px; padding: 0 8px;
  min-height: 26px; color: $text; combobox-popup: 0; }
QComboBox:hover { background: $hover; }
QComboBox:focus { border-color: $accent; }
QComboBox:disabled { color: $text_3; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url("$controls/chevron-$chevron.svg"); width: 14px; height: 14px; }
QTableView[part="grid"] { background: $pane; color: $text; gridline-color: $line; border: none; outline: 0; }
QTableView[part="grid"]::item { padding: 4px 8px; border: 1px solid transparent; }
QTableView[part="grid"]::item:selected { background: $accent_soft; color: $text; }
QTableView[part="grid"]::item:focus { border: 1px solid $accent; }
QTableView[part="grid"] QHeaderView { background: $pane; border: none; }
QTableView[part="grid"] QHeaderView::section { background: $pane; color: $text_2; border: none;
  border-bottom: 1px solid $line; padding: 5px 12px; font-weight: 600; }
QTableView[part="grid"] QHeaderView::section:vertical { color: $text; padding: 4px 12px; }
QTableView[part="grid"] QTableCornerButton::section { background: $pane; border: none; border-bottom: 1px solid $line; }
QFrame[part="card"] QTableView[part="grid"], QFrame[part="card"] QTableView[part="grid"] QHeaderView,
QFrame[part="card"] QTableView[part="grid"] QHeaderView::section,
QFrame[part="card"] QTableView[part="grid"] QTableCornerButton::section { background: $card; }
QComboBox QAbstractItemView { background: $card; border: 1px solid $line; padding: 4px; outline: 0;
  selection-background-color: $accent_soft; selection-color: $text; }
QComboBox QAbstractItemView::item { min-height: 26px; padding: 0 8px; border-radius: 4px; }

QCheckBox, QRadioButton { spacing: 8px; color: $text; background: transparent; }
QCheckBox:disabled, QRadioButton:disabled { color: $text_3; }
QCheckBox::indicator, QRadioButton::indicator { width: 14px; height: 14px; background: $card;
  border: 1px solid $text_3; }
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $accent; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid $accent; width: 12px;
  height: 12px; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent;
  image: url("$controls/check-$check.svg"); }
QRadioButton::indicator:checked { border: 4px solid $accent; width: 8px; height: 8px; background: $on_accent; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { background: $chip; border-color: $line; }

QTabBar { background: $pane; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: $text_2; padding: 7px 12px; border: none;
  border-bottom: 2px solid transparent; }
QTabBar::tab:hover { background: $hover; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:bottom { border-bottom: none; border-top: 2px solid transparent; }
QTabBar::tab:bottom:selected { border-top-color: $accent; }
QTabBar::tab:focus { color: $accent; }
QTabWidget::pane { border: none; border-top: 1px solid $line; background: $pane; }

QDockWidget { color: $text_2; font-size: ${caps}px; font-weight: 600; }
QDockWidget::title { background: $pane; padding: 8px 12px 4px 12px; text-align: left; }
QMainWindow::separator { background: $line; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: $accent; }
QSplitter::handle { background: $line; }
QSplitter::handle:hover { background: $accent; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }

QAbstractScrollArea { border: none; background: $pane; }
QScrollArea > QWidget > QWidget { background: transparent; }
QAbstractScrollArea[part="field"] { background: $card; border: 1px solid $line;
  border-radius: ${radius_field}px; }
QAbstractScrollArea[part="field"]:focus { border-color: $accent; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QTextEdit[wrong="true"], QComboBox[wrong="true"],
QAbstractScrollArea[wrong="true"] { border: 1px solid $warning; }
QLineEdit[wrong="true"]:focus, QPlainTextEdit[wrong="true"]:focus, QTextEdit[wrong="true"]:focus,
QComboBox[wrong="true"]:focus, QAbstractScrollArea[wrong="true"]:focus { border: 2px solid $warning; }
QAbstractScrollArea::corner { background: $pane; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $thumb; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $text_3; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QProgressBar { background: $line; border: none; border-radius: 2px; max-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
QToolTip { background: $card; color: $text; border: 1px solid $line; padding: 5px 7px; }
""")


def palette(theme: Theme) -> QPalette:
    """The palette for what the style sheet does not reach (native dialogs, selections, placeholders)."""
    made = QPalette()
    role = QPalette.ColorRole
    for key, color in (
        (role.Window, theme.ground),
        (role.WindowText, theme.text),
        (role.Base, theme.pane),
        (role.AlternateBase, theme.ground),
        (role.Text, theme.text),
        (role.Button, theme.card),
        (role.ButtonText, theme.text),
        (role.BrightText, theme.error),
        (role.ToolTipBase, theme.card),
        (role.ToolTipText, theme.text),
        (role.PlaceholderText, theme.text_3),
        (role.Highlight, theme.accent),
        (role.HighlightedText, theme.on_accent),
        (role.Accent, theme.accent),
        (role.Link, theme.accent),
        (role.LinkVisited, theme.accent),
        (role.Light, theme.pane),
        (role.Midlight, theme.line_soft),
        (role.Mid, theme.line),
        (role.Dark, theme.line),
    ):
        made.setColor(key, color)
    for key in (role.Text, role.WindowText, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, key, theme.text_3)
    return made


def stylesheet(theme: Theme) -> str:
    """The style sheet for the whole application in `theme`."""
    colors = {name: _css(getattr(theme, name)) for name in _COLORS}
    accent_hover = theme.accent.lighter(112) if theme.is_dark else theme.accent.darker(110)
    return _SHEET.substitute(
        colors,
        accent_hover=_css(accent_hover),
        controls=_CONTROLS,
        chevron="light" if theme.is_dark else "dark",
        check="light" if theme.on_accent.lightness() > 127 else "dark",
        thumb=_css(QColor("#3a4452" if theme.is_dark else "#cfd5dd")),
        radius_card=RADIUS_CARD,
        radius_field=RADIUS_FIELD,
        row=ROW_HEIGHT,
        toolbar=TOOLBAR_HEIGHT,
        status=STATUS_HEIGHT,
        body=int(BODY_PX),
        secondary=int(SECONDARY_PX),
        caps=int(CAPS_PX),
        title=int(TITLE_PX),
    )


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Give the whole application the look: style, font, palette and style sheet."""
    if app.style().objectName().lower() != "fusion":
        app.setStyle(QStyleFactory.create("Fusion"))
    app.setFont(font(BODY_PX, tabular=False))
    app.setPalette(palette(theme))
    app.setStyleSheet(stylesheet(theme))


def _css(color: QColor) -> str:
    return color.name()
