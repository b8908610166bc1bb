<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
 <context>
  <name>acceptance</name>
  <message>
   <source>A visit was placed farther away than a layout reaches.</source>
   <translation>Eine Visite wurde weiter entfernt platziert, als eine Anordnung reicht.</translation>
  </message>
  <message>
   <source>A visit was placed twice at once.</source>
   <translation>Eine Visite wurde zweimal zugleich platziert.</translation>
  </message>
  <message>
   <source>Edits of this kind ({target}) are kept on this computer alone.</source>
   <translation>Änderungen dieser Art ({target}) bleiben nur auf diesem Computer.</translation>
  </message>
  <message>
   <source>Every id of a layout has 1 to {most} characters.</source>
   <translation>Jede ID einer Anordnung hat 1 bis {most} Zeichen.</translation>
  </message>
  <message>
   <source>Place 1 to {most} visits at once, not {count}.</source>
   <translation>Platzieren Sie 1 bis {most} Visiten auf einmal, nicht {count}.</translation>
  </message>
  <message>
   <source>The file could not be opened as a study any more: {why}</source>
   <translation>Die Datei ließ sich nicht mehr als Studie öffnen: {why}</translation>
  </message>
  <message>
   <source>These edits are too large to be sent together: at most {sets} edits of {bytes} bytes in all.</source>
   <translation>Diese Änderungen sind zu groß, um zusammen gesendet zu werden: höchstens {sets} Änderungen mit insgesamt {bytes} Byte.</translation>
  </message>
  <message>
   <source>This edit changes nothing.</source>
   <translation>Diese Änderung ändert nichts.</translation>
  </message>
  <message>
   <source>This edit does not say who made it. Enter your name in the preferences.</source>
   <translation>Diese Änderung nennt nicht, von wem sie stammt. Geben Sie in den Einstellungen Ihren Namen ein.</translation>
  </message>
  <message>
   <source>This edit was made in another study.</source>
   <translation>Diese Änderung wurde in einer anderen Studie gemacht.</translation>
  </message>
  <message>
   <source>This is {count} changes at once; at most {most} are taken together. Make the edit in smaller parts.</source>
   <translation>Das sind {count} einzelne Änderungen auf einmal; höchstens {most} werden zusammen angenommen. Ändern Sie in kleineren Teilen.</translation>
  </message>
  <message>
   <source>“{name}” is no list any more.</source>
   <translation>„{name}“ ist keine Liste mehr.</translation>
  </message>
 </context>
 <context>
  <name>accessible</name>
  <message>
   <source>Open</source>
   <translation>Öffnen</translation>
  </message>
  <message>
   <source>Select</source>
   <translation>Auswählen</translation>
  </message>
 </context>
 <context>
  <name>actions</name>
  <message>
   <source>A block from a spreadsheet, from the chosen cell on (Ctrl+V in the table)</source>
   <translation>Ein Block aus einer Tabellenkalkulation, ab der gewählten Zelle (Strg+V in der Tabelle)</translation>
  </message>
  <message>
   <source>A further window, with the same study in it where one is open</source>
   <translation>Ein weiteres Fenster, mit derselben Studie, wenn eine geöffnet ist</translation>
  </message>
  <message>
   <source>A made-up oncology study that shows everything</source>
   <translation>Eine erfundene Onkologie-Studie, die alles zeigt</translation>
  </message>
  <message>
   <source>A minute on what the window shows</source>
   <translation>Eine Minute zu dem, was das Fenster zeigt</translation>
  </message>
  <message>
   <source>A simulated participant gives consent: what the schedule then asks is shown</source>
   <translation>Ein simulierter Teilnehmer erteilt die Einwilligung: Gezeigt wird, was der Ablaufplan dann verlangt</translation>
  </message>
  <message>
   <source>A visit, a decision, a cycle, an activity, after what is selected (A in the graph)</source>
   <translation>Eine Visite, Entscheidung, Aktivität oder ein Zyklus, nach der Auswahl (A im Graphen)</translation>
  </message>
  <message>
   <source>About Maestro</source>
   <translation>Über Maestro</translation>
  </message>
  <message>
   <source>Add a decision…</source>
   <translation>Entscheidung hinzufügen …</translation>
  </message>
  <message>
   <source>Add a side timeline…</source>
   <translation>Nebenzeitleiste hinzufügen …</translation>
  </message>
  <message>
   <source>Add a visit…</source>
   <translation>Visite hinzufügen …</translation>
  </message>
  <message>
   <source>Add an activity…</source>
   <translation>Aktivität hinzufügen …</translation>
  </message>
  <message>
   <source>Add to the graph…</source>
   <translation>Zum Graphen hinzufügen …</translation>
  </message>
  <message>
   <source>After the column that is chosen (Ins on a visit in the table)</source>
   <translation>Nach der gewählten Spalte (Einfg auf einer Visite in der Tabelle)</translation>
  </message>
  <message>
   <source>After the selected visit, with a branch or without</source>
   <translation>Nach der ausgewählten Visite, mit oder ohne Zweig</translation>
  </message>
  <message>
   <source>After what is selected (Ctrl+V in the graph)</source>
   <translation>Nach der Auswahl (Strg+V im Graphen)</translation>
  </message>
  <message>
   <source>Align bottom edges</source>
   <translation>Untere Kanten ausrichten</translation>
  </message>
  <message>
   <source>Align centres</source>
   <translation>Mitten senkrecht ausrichten</translation>
  </message>
  <message>
   <source>Align left edges</source>
   <translation>Linke Kanten ausrichten</translation>
  </message>
  <message>
   <source>Align middles</source>
   <translation>Mitten waagerecht ausrichten</translation>
  </message>
  <message>
   <source>Align right edges</source>
   <translation>Rechte Kanten ausrichten</translation>
  </message>
  <message>
   <source>Align top edges</source>
   <translation>Obere Kanten ausrichten</translation>
  </message>
  <message>
   <source>All cells that are chosen, or none where all are (Space in the table)</source>
   <translation>Alle gewählten Zellen, oder keine, wenn alle es sind (Leertaste in der Tabelle)</translation>
  </message>
  <message>
   <source>All conditions of the study, and whether a rule or a person decides them</source>
   <translation>Alle Bedingungen der Studie, und ob darüber eine Regel oder eine Person entscheidet</translation>
  </message>
  <message>
   <source>All of the timeline in view on the time axis; once more, all timelines</source>
   <translation>Die ganze Zeitleiste auf der Zeitachse zeigen; noch einmal: alle Zeitleisten</translation>
  </message>
  <message>
   <source>All panes where they were at first</source>
   <translation>Alle Bereiche wieder an ihrem ersten Platz</translation>
  </message>
  <message>
   <source>All studies on the backend and on this computer</source>
   <translation>Alle Studien auf dem Backend und auf diesem Computer</translation>
  </message>
  <message>
   <source>All views as they were before; nothing of the simulation is kept</source>
   <translation>Alle Ansichten wie zuvor; nichts von der Simulation bleibt erhalten</translation>
  </message>
  <message>
   <source>Anchor date, time zone and country of the site, and what took place</source>
   <translation>Ankerdatum, Zeitzone und Land des Prüfzentrums, und was stattgefunden hat</translation>
  </message>
  <message>
   <source>Another one like what is selected (Ctrl+D in the graph)</source>
   <translation>Noch eine wie die Auswahl (Strg+D im Graphen)</translation>
  </message>
  <message>
   <source>Another timeline beside</source>
   <translation>Weitere Zeitleiste daneben</translation>
  </message>
  <message>
   <source>Arms and elements</source>
   <translation>Arme und Elemente</translation>
  </message>
  <message>
   <source>Arrange</source>
   <translation>Anordnen</translation>
  </message>
  <message>
   <source>As it was before the last event; Step has it happen again</source>
   <translation>Wie vor dem letzten Ereignis; mit „Schritt“ tritt es wieder ein</translation>
  </message>
  <message>
   <source>Ask the backend now</source>
   <translation>Das Backend jetzt fragen</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Zurück</translation>
  </message>
  <message>
   <source>Back to all studies</source>
   <translation>Zurück zu allen Studien</translation>
  </message>
  <message>
   <source>Back to the main timeline</source>
   <translation>Zurück zur Hauptzeitleiste</translation>
  </message>
  <message>
   <source>Back to the timeline that was shown before</source>
   <translation>Zurück zur vorher gezeigten Zeitleiste</translation>
  </message>
  <message>
   <source>Backend…</source>
   <translation>Backend …</translation>
  </message>
  <message>
   <source>Begin a study from a template, on the backend or in a file</source>
   <translation>Eine Studie aus einer Vorlage beginnen, auf dem Backend oder in einer Datei</translation>
  </message>
  <message>
   <source>Below the row that is chosen (Ins on a name in the table)</source>
   <translation>Unter der gewählten Zeile (Einfg auf einem Namen in der Tabelle)</translation>
  </message>
  <message>
   <source>Burden</source>
   <translation>Belastung</translation>
  </message>
  <message>
   <source>Clear all dates</source>
   <translation>Alle Termine löschen</translation>
  </message>
  <message>
   <source>Clear the graph's filter</source>
   <translation>Filter des Graphen löschen</translation>
  </message>
  <message>
   <source>Close Maestro</source>
   <translation>Maestro schließen</translation>
  </message>
  <message>
   <source>Close study</source>
   <translation>Studie schließen</translation>
  </message>
  <message>
   <source>Close this timeline's tab</source>
   <translation>Reiter dieser Zeitleiste schließen</translation>
  </message>
  <message>
   <source>Collapse this epoch</source>
   <translation>Diese Epoche einklappen</translation>
  </message>
  <message>
   <source>Compare with…</source>
   <translation>Vergleichen mit …</translation>
  </message>
  <message>
   <source>Conditions and rules</source>
   <translation>Bedingungen und Regeln</translation>
  </message>
  <message>
   <source>Connection</source>
   <translation>Verbindung</translation>
  </message>
  <message>
   <source>Copy a link that opens this study at what is selected</source>
   <translation>Einen Link kopieren, der diese Studie an der Auswahl öffnet</translation>
  </message>
  <message>
   <source>Copy link</source>
   <translation>Link kopieren</translation>
  </message>
  <message>
   <source>Copy the whole table</source>
   <translation>Ganze Tabelle kopieren</translation>
  </message>
  <message>
   <source>Copy visits</source>
   <translation>Visiten kopieren</translation>
  </message>
  <message>
   <source>Copy what is chosen</source>
   <translation>Gewählte Zellen kopieren</translation>
  </message>
  <message>
   <source>Cut visits</source>
   <translation>Visiten ausschneiden</translation>
  </message>
  <message>
   <source>Dates</source>
   <translation>Termine</translation>
  </message>
  <message>
   <source>Decide about refused edits…</source>
   <translation>Über abgelehnte Änderungen entscheiden …</translation>
  </message>
  <message>
   <source>Delete visits or arrow</source>
   <translation>Visiten oder Pfeil löschen</translation>
  </message>
  <message>
   <source>Describe the selected visit</source>
   <translation>Ausgewählte Visite beschreiben</translation>
  </message>
  <message>
   <source>Diagnostics…</source>
   <translation>Diagnose …</translation>
  </message>
  <message>
   <source>Differences</source>
   <translation>Unterschiede</translation>
  </message>
  <message>
   <source>Dim all visits but those of an epoch, an encounter, an activity or a word</source>
   <translation>Alle Visiten abblenden außer denen einer Epoche, eines Encounters, einer Aktivität oder eines Wortes</translation>
  </message>
  <message>
   <source>Distribute across</source>
   <translation>Waagerecht verteilen</translation>
  </message>
  <message>
   <source>Distribute down</source>
   <translation>Senkrecht verteilen</translation>
  </message>
  <message>
   <source>Do again what was taken back last</source>
   <translation>Zuletzt Zurückgenommenes wiederherstellen</translation>
  </message>
  <message>
   <source>Do the selected visit on another day, skip it or one of its activities, record it late</source>
   <translation>Die ausgewählte Visite an einem anderen Tag durchführen, sie oder eine ihrer Aktivitäten auslassen, sie verspätet erfassen</translation>
  </message>
  <message>
   <source>Draw long empty times short, with a break mark</source>
   <translation>Lange leere Zeiten kurz zeichnen, mit einer Unterbrechung</translation>
  </message>
  <message>
   <source>Duplicate visits</source>
   <translation>Visiten duplizieren</translation>
  </message>
  <message>
   <source>Edit</source>
   <translation>Bearbeiten</translation>
  </message>
  <message>
   <source>End the comparison</source>
   <translation>Vergleich beenden</translation>
  </message>
  <message>
   <source>End the filter and hide nothing</source>
   <translation>Filter beenden und nichts ausblenden</translation>
  </message>
  <message>
   <source>Equal space between the selected visits, from left to right</source>
   <translation>Gleicher Abstand zwischen den ausgewählten Visiten, von links nach rechts</translation>
  </message>
  <message>
   <source>Equal space between the selected visits, from top to bottom</source>
   <translation>Gleicher Abstand zwischen den ausgewählten Visiten, von oben nach unten</translation>
  </message>
  <message>
   <source>Every action, and every place in the study, by typing a few letters</source>
   <translation>Jede Aktion und jede Stelle der Studie, mit ein paar Buchstaben</translation>
  </message>
  <message>
   <source>Every card of the graph (Ctrl+A in the graph)</source>
   <translation>Jede Karte des Graphen (Strg+A im Graphen)</translation>
  </message>
  <message>
   <source>Every shortcut</source>
   <translation>Alle Tastenkürzel</translation>
  </message>
  <message>
   <source>Every step, what it changed, and a way back to each</source>
   <translation>Jeder Schritt, was er geändert hat, und ein Weg zurück zu jedem</translation>
  </message>
  <message>
   <source>Every visit of every epoch</source>
   <translation>Jede Visite jeder Epoche</translation>
  </message>
  <message>
   <source>Everything about the selection</source>
   <translation>Alles zur Auswahl</translation>
  </message>
  <message>
   <source>Everything that the table shows, for a spreadsheet or a document</source>
   <translation>Alles, was die Tabelle zeigt, für eine Tabellenkalkulation oder ein Dokument</translation>
  </message>
  <message>
   <source>Expand all epochs</source>
   <translation>Alle Epochen ausklappen</translation>
  </message>
  <message>
   <source>Export USDM…</source>
   <translation>USDM exportieren …</translation>
  </message>
  <message>
   <source>Export graph as PNG…</source>
   <translation>Graph als PNG exportieren …</translation>
  </message>
  <message>
   <source>Export table as CSV…</source>
   <translation>Tabelle als CSV exportieren …</translation>
  </message>
  <message>
   <source>Export unsent edits…</source>
   <translation>Nicht gesendete Änderungen exportieren …</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>Exportieren …</translation>
  </message>
  <message>
   <source>Field by field, keep what others did or put yours again</source>
   <translation>Feld für Feld übernehmen, was andere geändert haben, oder Ihres wieder einsetzen</translation>
  </message>
  <message>
   <source>Fill across</source>
   <translation>Nach rechts ausfüllen</translation>
  </message>
  <message>
   <source>Fill down</source>
   <translation>Nach unten ausfüllen</translation>
  </message>
  <message>
   <source>Filter activities and visits</source>
   <translation>Aktivitäten und Visiten filtern</translation>
  </message>
  <message>
   <source>Filter the graph…</source>
   <translation>Graph filtern …</translation>
  </message>
  <message>
   <source>Find a visit…</source>
   <translation>Visite suchen …</translation>
  </message>
  <message>
   <source>Find by name, day, activity or footnote, and go there</source>
   <translation>Nach Name, Tag, Aktivität oder Fußnote suchen und dorthin gehen</translation>
  </message>
  <message>
   <source>Find names, texts, codes, footnotes and the protocol's words in every study</source>
   <translation>Namen, Texte, Codes, Fußnoten und Protokolltext in allen Studien suchen</translation>
  </message>
  <message>
   <source>Find or do anything…</source>
   <translation>Alles finden und tun …</translation>
  </message>
  <message>
   <source>Find words in the text of this protocol</source>
   <translation>Wörter im Text dieses Protokolls suchen</translation>
  </message>
  <message>
   <source>Fit the graph</source>
   <translation>Graph einpassen</translation>
  </message>
  <message>
   <source>Fit the selection</source>
   <translation>Auswahl einpassen</translation>
  </message>
  <message>
   <source>Fit the timeline</source>
   <translation>Zeitleiste einpassen</translation>
  </message>
  <message>
   <source>Fold all groups</source>
   <translation>Alle Gruppen einklappen</translation>
  </message>
  <message>
   <source>Footnotes below the table</source>
   <translation>Fußnoten unter der Tabelle</translation>
  </message>
  <message>
   <source>Forward</source>
   <translation>Vor</translation>
  </message>
  <message>
   <source>Forward to the timeline that you went back from</source>
   <translation>Vor zu der Zeitleiste, von der Sie zurückgegangen sind</translation>
  </message>
  <message>
   <source>From the selected visit to another one (C in the graph)</source>
   <translation>Von der ausgewählten Visite zu einer anderen (C im Graphen)</translation>
  </message>
  <message>
   <source>Give Day 1 a date: every view then shows dates beside days</source>
   <translation>Tag 1 ein Datum geben: Alle Ansichten zeigen dann Termine neben den Tagen</translation>
  </message>
  <message>
   <source>Give an id of its own to whatever has none, or shares one</source>
   <translation>Allem eine eigene ID geben, was keine hat oder sie mit anderem teilt</translation>
  </message>
  <message>
   <source>Go</source>
   <translation>Gehe zu</translation>
  </message>
  <message>
   <source>Go through the conditions that wait…</source>
   <translation>Wartende Bedingungen durchgehen …</translation>
  </message>
  <message>
   <source>Go to the difference before, in all views</source>
   <translation>Zum vorigen Unterschied gehen, in allen Ansichten</translation>
  </message>
  <message>
   <source>Go to the next difference, in all views</source>
   <translation>Zum nächsten Unterschied gehen, in allen Ansichten</translation>
  </message>
  <message>
   <source>Go to the next place of the text that names what is selected</source>
   <translation>Zur nächsten Textstelle gehen, die die Auswahl nennt</translation>
  </message>
  <message>
   <source>Graph</source>
   <translation>Graph</translation>
  </message>
  <message>
   <source>Graph over time</source>
   <translation>Graph über Zeit</translation>
  </message>
  <message>
   <source>Have the backend look again at the edits that it did not accept</source>
   <translation>Das Backend noch einmal nach den Änderungen sehen lassen, die es nicht angenommen hat</translation>
  </message>
  <message>
   <source>Have the next event of the simulated participant happen</source>
   <translation>Das nächste Ereignis des simulierten Teilnehmers eintreten lassen</translation>
  </message>
  <message>
   <source>Help</source>
   <translation>Hilfe</translation>
  </message>
  <message>
   <source>Hide activities with no mark</source>
   <translation>Aktivitäten ohne Markierung ausblenden</translation>
  </message>
  <message>
   <source>Hide visits with no mark</source>
   <translation>Visiten ohne Markierung ausblenden</translation>
  </message>
  <message>
   <source>History</source>
   <translation>Verlauf</translation>
  </message>
  <message>
   <source>Home</source>
   <translation>Start</translation>
  </message>
  <message>
   <source>How early and how late they may be, for all of them at once</source>
   <translation>Wie früh und wie spät sie sein dürfen, für alle zugleich</translation>
  </message>
  <message>
   <source>Import file…</source>
   <translation>Datei importieren …</translation>
  </message>
  <message>
   <source>Inspector</source>
   <translation>Inspektor</translation>
  </message>
  <message>
   <source>Keep studies on this computer although there is no system keyring</source>
   <translation>Studien auf diesem Computer aufbewahren, obwohl es keinen Schlüsselbund gibt</translation>
  </message>
  <message>
   <source>Keyboard shortcuts</source>
   <translation>Tastenkürzel</translation>
  </message>
  <message>
   <source>Language, light or dark, and the size of everything</source>
   <translation>Sprache, hell oder dunkel und die Größe von allem</translation>
  </message>
  <message>
   <source>Larger</source>
   <translation>Größer</translation>
  </message>
  <message>
   <source>Larger table</source>
   <translation>Größere Tabelle</translation>
  </message>
  <message>
   <source>Later or earlier by a duration, seen before it is done</source>
   <translation>Um eine Dauer später oder früher, vorher zu sehen</translation>
  </message>
  <message>
   <source>Lay out again…</source>
   <translation>Neu anordnen …</translation>
  </message>
  <message>
   <source>Lead a way to…</source>
   <translation>Weg führen zu …</translation>
  </message>
  <message>
   <source>Leave out activities that are not planned at any visit shown</source>
   <translation>Aktivitäten weglassen, die an keiner gezeigten Visite geplant sind</translation>
  </message>
  <message>
   <source>Leave out visits at which none of the activities shown is planned</source>
   <translation>Visiten weglassen, an denen keine der gezeigten Aktivitäten geplant ist</translation>
  </message>
  <message>
   <source>Leave the simulation</source>
   <translation>Simulation verlassen</translation>
  </message>
  <message>
   <source>Light all that may come after the selected visit</source>
   <translation>Alles hervorheben, was auf die ausgewählte Visite folgen kann</translation>
  </message>
  <message>
   <source>Light the way from the entry to the selected visit</source>
   <translation>Den Weg vom Eingang zur ausgewählten Visite hervorheben</translation>
  </message>
  <message>
   <source>List windows that overlap and long times with no visit</source>
   <translation>Überlappende Zeitfenster und lange Zeiten ohne Visite auflisten</translation>
  </message>
  <message>
   <source>Look for new studies and revisions</source>
   <translation>Nach neuen Studien und Revisionen sehen</translation>
  </message>
  <message>
   <source>Main timeline</source>
   <translation>Hauptzeitleiste</translation>
  </message>
  <message>
   <source>Map</source>
   <translation>Übersichtskarte</translation>
  </message>
  <message>
   <source>Matrix</source>
   <translation>Matrix</translation>
  </message>
  <message>
   <source>Move visits to an epoch…</source>
   <translation>Visiten in eine Epoche verschieben …</translation>
  </message>
  <message>
   <source>Navigator</source>
   <translation>Navigator</translation>
  </message>
  <message>
   <source>New study…</source>
   <translation>Neue Studie …</translation>
  </message>
  <message>
   <source>New window</source>
   <translation>Neues Fenster</translation>
  </message>
  <message>
   <source>Next difference</source>
   <translation>Nächster Unterschied</translation>
  </message>
  <message>
   <source>Next open timeline</source>
   <translation>Nächste offene Zeitleiste</translation>
  </message>
  <message>
   <source>Next place that names it</source>
   <translation>Nächste Stelle, die sie nennt</translation>
  </message>
  <message>
   <source>Of a decision, a footnote, a timeline's entry or a transition: said, tried, and saved</source>
   <translation>Einer Entscheidung, einer Fußnote, des Eingangs einer Zeitleiste oder eines Übergangs: festlegen, ausprobieren und speichern</translation>
  </message>
  <message>
   <source>On paper what is shown, seen before it is printed</source>
   <translation>Was gezeigt wird, auf Papier; vor dem Drucken zu sehen</translation>
  </message>
  <message>
   <source>One column for each encounter</source>
   <translation>Eine Spalte je Encounter</translation>
  </message>
  <message>
   <source>One event back</source>
   <translation>Ein Ereignis zurück</translation>
  </message>
  <message>
   <source>Open a USDM file as a working copy</source>
   <translation>Eine USDM-Datei als Arbeitskopie öffnen</translation>
  </message>
  <message>
   <source>Open file…</source>
   <translation>Datei öffnen …</translation>
  </message>
  <message>
   <source>Open the sample study</source>
   <translation>Beispielstudie öffnen</translation>
  </message>
  <message>
   <source>Other timelines</source>
   <translation>Andere Zeitleisten</translation>
  </message>
  <message>
   <source>Overlaps and gaps</source>
   <translation>Überlappungen und Lücken</translation>
  </message>
  <message>
   <source>Pack visits</source>
   <translation>Visiten packen</translation>
  </message>
  <message>
   <source>Paste marks</source>
   <translation>Markierungen einfügen</translation>
  </message>
  <message>
   <source>Paste visits</source>
   <translation>Visiten einfügen</translation>
  </message>
  <message>
   <source>Plan or no longer plan</source>
   <translation>Planen oder nicht mehr planen</translation>
  </message>
  <message>
   <source>Preferences…</source>
   <translation>Einstellungen …</translation>
  </message>
  <message>
   <source>Previous difference</source>
   <translation>Voriger Unterschied</translation>
  </message>
  <message>
   <source>Previous open timeline</source>
   <translation>Vorige offene Zeitleiste</translation>
  </message>
  <message>
   <source>Print…</source>
   <translation>Drucken …</translation>
  </message>
  <message>
   <source>Problems</source>
   <translation>Probleme</translation>
  </message>
  <message>
   <source>Protocol text</source>
   <translation>Protokolltext</translation>
  </message>
  <message>
   <source>Put the visits of an encounter that follow each other in one column</source>
   <translation>Aufeinanderfolgende Visiten eines Encounters in einer Spalte zeigen</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>Beenden</translation>
  </message>
  <message>
   <source>Redo</source>
   <translation>Wiederherstellen</translation>
  </message>
  <message>
   <source>Rename in the table</source>
   <translation>In der Tabelle umbenennen</translation>
  </message>
  <message>
   <source>Rename visit</source>
   <translation>Visite umbenennen</translation>
  </message>
  <message>
   <source>Repair ids</source>
   <translation>IDs reparieren</translation>
  </message>
  <message>
   <source>Repeat the first column of what is chosen in the others (Ctrl+R in the table)</source>
   <translation>Die erste gewählte Spalte in den anderen wiederholen (Strg+R in der Tabelle)</translation>
  </message>
  <message>
   <source>Repeat the first row of what is chosen in the others (Ctrl+D in the table)</source>
   <translation>Die erste gewählte Zeile in den anderen wiederholen (Strg+D in der Tabelle)</translation>
  </message>
  <message>
   <source>Repeat the selected visits as long as a condition holds</source>
   <translation>Die ausgewählten Visiten wiederholen, solange eine Bedingung gilt</translation>
  </message>
  <message>
   <source>Repeat visits until…</source>
   <translation>Visiten wiederholen bis …</translation>
  </message>
  <message>
   <source>Reset layout</source>
   <translation>Anordnung zurücksetzen</translation>
  </message>
  <message>
   <source>Rule of the selected condition…</source>
   <translation>Regel der ausgewählten Bedingung …</translation>
  </message>
  <message>
   <source>Run the schedule as it is drawn with a simulated participant</source>
   <translation>Den Ablaufplan, wie er gezeichnet ist, mit einem simulierten Teilnehmer durchspielen</translation>
  </message>
  <message>
   <source>Run to a date</source>
   <translation>Bis zu einem Datum abspielen</translation>
  </message>
  <message>
   <source>Run, or pause</source>
   <translation>Abspielen oder anhalten</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Speichern</translation>
  </message>
  <message>
   <source>Save as…</source>
   <translation>Speichern unter …</translation>
  </message>
  <message>
   <source>Say when the visit took place</source>
   <translation>Angeben, wann die Visite stattfand</translation>
  </message>
  <message>
   <source>Search all studies…</source>
   <translation>Alle Studien durchsuchen …</translation>
  </message>
  <message>
   <source>Search the protocol's text</source>
   <translation>Protokolltext durchsuchen</translation>
  </message>
  <message>
   <source>See what differs from another study or file, in every view</source>
   <translation>Unterschiede zu einer anderen Studie oder Datei sehen, in jeder Ansicht</translation>
  </message>
  <message>
   <source>See where a new layout would put the visits, then apply or cancel it</source>
   <translation>Sehen, wohin eine neue Anordnung die Visiten stellen würde; dann übernehmen oder abbrechen</translation>
  </message>
  <message>
   <source>Select all visits</source>
   <translation>Alle Visiten auswählen</translation>
  </message>
  <message>
   <source>Send a USDM file to the backend as a study</source>
   <translation>Eine USDM-Datei als Studie an das Backend senden</translation>
  </message>
  <message>
   <source>Send refused edits again</source>
   <translation>Abgelehnte Änderungen erneut senden</translation>
  </message>
  <message>
   <source>Shift everything after this visit…</source>
   <translation>Alles nach dieser Visite verschieben …</translation>
  </message>
  <message>
   <source>Show all activities and visits</source>
   <translation>Alle Aktivitäten und Visiten zeigen</translation>
  </message>
  <message>
   <source>Show all visits alike again: no filter, all arms, no way lit</source>
   <translation>Wieder alle Visiten gleich zeigen: kein Filter, alle Arme, kein Weg hervorgehoben</translation>
  </message>
  <message>
   <source>Show and read out all that is known of it (I on the graph)</source>
   <translation>Alles dazu zeigen und vorlesen (I im Graphen)</translation>
  </message>
  <message>
   <source>Show each group of activities as one row</source>
   <translation>Jede Gruppe von Aktivitäten als eine Zeile zeigen</translation>
  </message>
  <message>
   <source>Show every activity of every group</source>
   <translation>Jede Aktivität jeder Gruppe zeigen</translation>
  </message>
  <message>
   <source>Show only what you type: an activity, a visit, a day, or “ecg week 8”</source>
   <translation>Nur zeigen, was Sie eingeben: eine Aktivität, eine Visite, einen Tag oder „ekg woche 8“</translation>
  </message>
  <message>
   <source>Show the main timeline and another one side by side</source>
   <translation>Die Hauptzeitleiste und eine andere nebeneinander zeigen</translation>
  </message>
  <message>
   <source>Show the study by itself again</source>
   <translation>Die Studie wieder für sich zeigen</translation>
  </message>
  <message>
   <source>Show where the text names what is selected, beside its row or column of marks</source>
   <translation>Zeigen, wo der Text die Auswahl nennt, neben ihrer Zeile oder Spalte</translation>
  </message>
  <message>
   <source>Simulate</source>
   <translation>Simulieren</translation>
  </message>
  <message>
   <source>Simulate a group</source>
   <translation>Gruppe simulieren</translation>
  </message>
  <message>
   <source>Simulated participant</source>
   <translation>Simulierter Teilnehmer</translation>
  </message>
  <message>
   <source>Simulation</source>
   <translation>Simulation</translation>
  </message>
  <message>
   <source>Smaller</source>
   <translation>Kleiner</translation>
  </message>
  <message>
   <source>Smaller table</source>
   <translation>Kleinere Tabelle</translation>
  </message>
  <message>
   <source>Split</source>
   <translation>Geteilt</translation>
  </message>
  <message>
   <source>Squeeze gaps</source>
   <translation>Lücken stauchen</translation>
  </message>
  <message>
   <source>Start, or start anew</source>
   <translation>Beginnen oder neu beginnen</translation>
  </message>
  <message>
   <source>Step</source>
   <translation>Schritt</translation>
  </message>
  <message>
   <source>Step by step to the end, or until a decision asks</source>
   <translation>Schritt für Schritt bis zum Ende, oder bis eine Entscheidung fragt</translation>
  </message>
  <message>
   <source>Study</source>
   <translation>Studie</translation>
  </message>
  <message>
   <source>Table</source>
   <translation>Tabelle</translation>
  </message>
  <message>
   <source>Table at 100 %</source>
   <translation>Tabelle auf 100 %</translation>
  </message>
  <message>
   <source>Table of the other study</source>
   <translation>Tabelle der anderen Studie</translation>
  </message>
  <message>
   <source>Table, visit, graph or time axis as PDF, workbook, document or picture</source>
   <translation>Tabelle, Visite, Graph oder Zeitachse als PDF, Arbeitsmappe, Dokument oder Bild</translation>
  </message>
  <message>
   <source>Take away the anchor date and all actual dates of this study</source>
   <translation>Ankerdatum und alle tatsächlichen Termine dieser Studie entfernen</translation>
  </message>
  <message>
   <source>Take back what was done last</source>
   <translation>Das zuletzt Getane zurücknehmen</translation>
  </message>
  <message>
   <source>Take the last date back</source>
   <translation>Letztes Datum zurücknehmen</translation>
  </message>
  <message>
   <source>Take the tour</source>
   <translation>Rundgang</translation>
  </message>
  <message>
   <source>Text beside the table</source>
   <translation>Text neben der Tabelle</translation>
  </message>
  <message>
   <source>The Schedule of Activities that this one is compared with, beside it</source>
   <translation>Der Ablaufplan (SoA), mit dem verglichen wird, daneben</translation>
  </message>
  <message>
   <source>The chosen cells with their headers, for a spreadsheet or a document</source>
   <translation>Die gewählten Zellen mit ihren Köpfen, für eine Tabellenkalkulation oder ein Dokument</translation>
  </message>
  <message>
   <source>The dates as they were before the last that was typed</source>
   <translation>Die Termine wie vor der letzten Eingabe</translation>
  </message>
  <message>
   <source>The dates as they were before the last was taken back</source>
   <translation>Die Termine wie vor dem letzten Zurücknehmen</translation>
  </message>
  <message>
   <source>The epoch of what is selected as one block</source>
   <translation>Die Epoche der Auswahl als ein Block</translation>
  </message>
  <message>
   <source>The graph over the table</source>
   <translation>Der Graph über der Tabelle</translation>
  </message>
  <message>
   <source>The graph over the time axis</source>
   <translation>Der Graph über der Zeitachse</translation>
  </message>
  <message>
   <source>The next condition whose rule is offered, or needs a look</source>
   <translation>Die nächste Bedingung, deren Regel vorgeschlagen oder zu prüfen ist</translation>
  </message>
  <message>
   <source>The next tab above the graph</source>
   <translation>Der nächste Reiter über dem Graphen</translation>
  </message>
  <message>
   <source>The planned times and windows on a time axis</source>
   <translation>Geplante Zeiten und Zeitfenster auf einer Zeitachse</translation>
  </message>
  <message>
   <source>The protocol's own words beside the schedule, linked where they name a visit</source>
   <translation>Der Wortlaut des Protokolls neben dem Ablaufplan, verknüpft, wo er eine Visite nennt</translation>
  </message>
  <message>
   <source>The schedule as a graph</source>
   <translation>Der Ablaufplan als Graph</translation>
  </message>
  <message>
   <source>The schedule as a table</source>
   <translation>Der Ablaufplan als Tabelle</translation>
  </message>
  <message>
   <source>The selected visits again, every so many weeks, until a week</source>
   <translation>Die ausgewählten Visiten erneut, alle paar Wochen, bis zu einer Woche</translation>
  </message>
  <message>
   <source>The selected visits in line with the leftmost</source>
   <translation>Die ausgewählten Visiten auf einer Linie mit der am weitesten links</translation>
  </message>
  <message>
   <source>The selected visits in line with the lowest</source>
   <translation>Die ausgewählten Visiten auf einer Linie mit der untersten</translation>
  </message>
  <message>
   <source>The selected visits in line with the rightmost</source>
   <translation>Die ausgewählten Visiten auf einer Linie mit der am weitesten rechts</translation>
  </message>
  <message>
   <source>The selected visits in line with the topmost</source>
   <translation>Die ausgewählten Visiten auf einer Linie mit der obersten</translation>
  </message>
  <message>
   <source>The selected visits in one row</source>
   <translation>Die ausgewählten Visiten in einer Reihe</translation>
  </message>
  <message>
   <source>The selected visits into another epoch</source>
   <translation>Die ausgewählten Visiten in eine andere Epoche</translation>
  </message>
  <message>
   <source>The selected visits one above the other</source>
   <translation>Die ausgewählten Visiten untereinander</translation>
  </message>
  <message>
   <source>The tab before above the graph</source>
   <translation>Der vorige Reiter über dem Graphen</translation>
  </message>
  <message>
   <source>The table in its usual size, names as wide as they need</source>
   <translation>Die Tabelle in üblicher Größe, Namen so breit wie nötig</translation>
  </message>
  <message>
   <source>The timeline stays in the study; the main one stays open</source>
   <translation>Die Zeitleiste bleibt in der Studie; die Hauptzeitleiste bleibt offen</translation>
  </message>
  <message>
   <source>The timelines beside this one, and what starts them</source>
   <translation>Die Zeitleisten neben dieser, und was sie auslöst</translation>
  </message>
  <message>
   <source>The whole timeline in a corner of the graph</source>
   <translation>Die ganze Zeitleiste in einer Ecke des Graphen</translation>
  </message>
  <message>
   <source>The whole timeline in view</source>
   <translation>Die ganze Zeitleiste im Bild</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Zeit</translation>
  </message>
  <message>
   <source>Time axis</source>
   <translation>Zeitachse</translation>
  </message>
  <message>
   <source>Timelines, epochs, arms and activities</source>
   <translation>Zeitleisten, Epochen, Arme und Aktivitäten</translation>
  </message>
  <message>
   <source>Timings</source>
   <translation>Zeitbezüge</translation>
  </message>
  <message>
   <source>To be pasted elsewhere, in this study or another (Ctrl+C in the graph)</source>
   <translation>Zum Einfügen an anderer Stelle, in dieser oder einer anderen Studie (Strg+C im Graphen)</translation>
  </message>
  <message>
   <source>To be pasted elsewhere, in this study or another (Ctrl+X in the graph)</source>
   <translation>Zum Einfügen an anderer Stelle, in dieser oder einer anderen Studie (Strg+X im Graphen)</translation>
  </message>
  <message>
   <source>To scale</source>
   <translation>Maßstäblich</translation>
  </message>
  <message>
   <source>Totals</source>
   <translation>Summen</translation>
  </message>
  <message>
   <source>Type another name for the activity or visit; Tab goes on to day and window (F2)</source>
   <translation>Der Aktivität oder Visite einen anderen Namen geben; Tab geht weiter zu Tag und Zeitfenster (F2)</translation>
  </message>
  <message>
   <source>Type another name on its card (F2 in the graph)</source>
   <translation>Auf ihrer Karte einen anderen Namen eingeben (F2 im Graphen)</translation>
  </message>
  <message>
   <source>Type the actual date of the selected visit, and see what moves</source>
   <translation>Das tatsächliche Datum der ausgewählten Visite eingeben und sehen, was sich verschiebt</translation>
  </message>
  <message>
   <source>Type the anchor date</source>
   <translation>Ankerdatum eingeben</translation>
  </message>
  <message>
   <source>Type the last date again</source>
   <translation>Letztes Datum wieder eintragen</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Rückgängig</translation>
  </message>
  <message>
   <source>Unfold all groups</source>
   <translation>Alle Gruppen ausklappen</translation>
  </message>
  <message>
   <source>Unfold the footnotes, or fold them away</source>
   <translation>Die Fußnoten aus- oder einklappen</translation>
  </message>
  <message>
   <source>Unlock with a passphrase…</source>
   <translation>Mit Passphrase entsperren …</translation>
  </message>
  <message>
   <source>Until the day that is typed, or until a decision asks</source>
   <translation>Bis zum eingegebenen Tag, oder bis eine Entscheidung fragt</translation>
  </message>
  <message>
   <source>Version and licences</source>
   <translation>Version und Lizenzen</translation>
  </message>
  <message>
   <source>View</source>
   <translation>Ansicht</translation>
  </message>
  <message>
   <source>Visits a week, deviations to be expected, windows that are too tight: of many participants</source>
   <translation>Visiten je Woche, zu erwartende Abweichungen, zu enge Zeitfenster: bei vielen Teilnehmern</translation>
  </message>
  <message>
   <source>Visits at their planned time, with a ruler; else evenly spaced in their order</source>
   <translation>Visiten zu ihrer geplanten Zeit, mit Lineal; sonst gleichmäßig in ihrer Reihenfolge</translation>
  </message>
  <message>
   <source>Visits of each activity with the first and last; assessments of each visit and epoch</source>
   <translation>Visiten je Aktivität mit erster und letzter; Untersuchungen je Visite und Epoche</translation>
  </message>
  <message>
   <source>Visits side by side, on as few rows as they need</source>
   <translation>Visiten nebeneinander, auf so wenigen Zeilen wie nötig</translation>
  </message>
  <message>
   <source>What comes next, the events with a way back, deviations and conflicts</source>
   <translation>Was als Nächstes kommt, die Ereignisse mit einem Weg zurück, Abweichungen und Konflikte</translation>
  </message>
  <message>
   <source>What differs from the study that this one is compared with</source>
   <translation>Was sich von der verglichenen Studie unterscheidet</translation>
  </message>
  <message>
   <source>What each arm gets in each epoch, cell by cell</source>
   <translation>Was jeder Arm in jeder Epoche erhält, Zelle für Zelle</translation>
  </message>
  <message>
   <source>What each visit is timed from, anchors with a star, and what moves with the selected visit</source>
   <translation>Woran jede Visite zeitlich hängt, Anker mit Stern, und was sich mit der ausgewählten Visite verschiebt</translation>
  </message>
  <message>
   <source>What follows the selected visit</source>
   <translation>Was auf die ausgewählte Visite folgt</translation>
  </message>
  <message>
   <source>What if, at this visit</source>
   <translation>Was wäre, wenn: bei dieser Visite</translation>
  </message>
  <message>
   <source>What if, to the participant</source>
   <translation>Was wäre, wenn: beim Teilnehmer</translation>
  </message>
  <message>
   <source>What is selected in the graph (Del in the graph)</source>
   <translation>Was im Graphen ausgewählt ist (Entf im Graphen)</translation>
  </message>
  <message>
   <source>What is selected in view</source>
   <translation>Die Auswahl im Bild</translation>
  </message>
  <message>
   <source>What is wrong or doubtful</source>
   <translation>Was falsch oder zweifelhaft ist</translation>
  </message>
  <message>
   <source>What leads to the selected visit</source>
   <translation>Was zur ausgewählten Visite führt</translation>
  </message>
  <message>
   <source>What the program is and did, to read and to save for those who look after it</source>
   <translation>Was das Programm ist und getan hat, zum Lesen und Speichern für die Betreuung</translation>
  </message>
  <message>
   <source>What the schedule asks of a participant: visits, assessments, samples</source>
   <translation>Was der Ablaufplan von einem Teilnehmer verlangt: Visiten, Untersuchungen, Proben</translation>
  </message>
  <message>
   <source>Which backend this computer works with</source>
   <translation>Mit welchem Backend dieser Computer arbeitet</translation>
  </message>
  <message>
   <source>Windows of the selected visits…</source>
   <translation>Zeitfenster der ausgewählten Visiten …</translation>
  </message>
  <message>
   <source>With one visit, which an event starts</source>
   <translation>Mit einer Visite, die ein Ereignis auslöst</translation>
  </message>
  <message>
   <source>Withdraws consent, stops intervention, fails screening, is lost, dies, comes unscheduled</source>
   <translation>Widerruft die Einwilligung, bricht die Intervention ab, Screening-Failure, Lost to Follow-up, verstirbt, kommt ungeplant</translation>
  </message>
  <message>
   <source>Wrap in a cycle…</source>
   <translation>In einen Zyklus fassen …</translation>
  </message>
  <message>
   <source>Write every edit of a working copy to its file</source>
   <translation>Alle Änderungen einer Arbeitskopie in ihre Datei schreiben</translation>
  </message>
  <message>
   <source>Write the Schedule of Activities of this timeline as a CSV file</source>
   <translation>Den Ablaufplan (SoA) dieser Zeitleiste als CSV-Datei schreiben</translation>
  </message>
  <message>
   <source>Write the edits that the backend, or the file, does not have as JSON</source>
   <translation>Die Änderungen, die das Backend oder die Datei nicht hat, als JSON schreiben</translation>
  </message>
  <message>
   <source>Write the graph of this timeline as a picture</source>
   <translation>Den Graphen dieser Zeitleiste als Bild schreiben</translation>
  </message>
  <message>
   <source>Write the study as a USDM JSON file</source>
   <translation>Die Studie als USDM-JSON-Datei schreiben</translation>
  </message>
  <message>
   <source>Write the study to another file and go on with that one</source>
   <translation>Die Studie in eine andere Datei schreiben und mit dieser weiterarbeiten</translation>
  </message>
  <message>
   <source>Zoom in</source>
   <translation>Vergrößern</translation>
  </message>
  <message>
   <source>Zoom in on the table</source>
   <translation>Tabelle vergrößern</translation>
  </message>
  <message>
   <source>Zoom out</source>
   <translation>Verkleinern</translation>
  </message>
  <message>
   <source>Zoom out of the table</source>
   <translation>Tabelle verkleinern</translation>
  </message>
 </context>
 <context>
  <name>arms</name>
  <message>
   <source>In arm {arm} because of the epoch {epoch}</source>
   <translation>In Arm {arm} wegen der Epoche {epoch}</translation>
  </message>
  <message>
   <source>Not in arm {arm}: only other arms have a cell for the epoch {epoch}</source>
   <translation>Nicht in Arm {arm}: Nur andere Arme haben eine Zelle für die Epoche {epoch}</translation>
  </message>
  <message>
   <source>Not ruled out for arm {arm}: no arm has a cell for the epoch {epoch}</source>
   <translation>Für Arm {arm} nicht ausgeschlossen: Kein Arm hat eine Zelle für die Epoche {epoch}</translation>
  </message>
  <message>
   <source>Not ruled out for arm {arm}: the visit has no epoch</source>
   <translation>Für Arm {arm} nicht ausgeschlossen: Die Visite hat keine Epoche</translation>
  </message>
 </context>
 <context>
  <name>axis</name>
  <message numerus="yes">
   <source>%n day(s)</source>
   <translation>
    <numerusform>%n Tag</numerusform>
    <numerusform>%n Tage</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n long gap(s)</source>
   <translation>
    <numerusform>%n lange Lücke</numerusform>
    <numerusform>%n lange Lücken</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n overlap(s)</source>
   <translation>
    <numerusform>%n Überlappung</numerusform>
    <numerusform>%n Überlappungen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n visit(s)</source>
   <translation>
    <numerusform>%n Visite</numerusform>
    <numerusform>%n Visiten</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n visit(s) (move) {length} earlier</source>
   <translation>
    <numerusform>%n Visite verschiebt sich um {length} nach vorn</numerusform>
    <numerusform>%n Visiten verschieben sich um {length} nach vorn</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n visit(s) (move) {length} later</source>
   <translation>
    <numerusform>%n Visite verschiebt sich um {length} nach hinten</numerusform>
    <numerusform>%n Visiten verschieben sich um {length} nach hinten</numerusform>
   </translation>
  </message>
  <message>
   <source>0 d</source>
   <translation>0 d</translation>
  </message>
  <message>
   <source>0 min</source>
   <translation>0 min</translation>
  </message>
  <message>
   <source>A window in hours around a day with no time of day: it cannot be judged.</source>
   <translation>Ein Zeitfenster in Stunden um einen Tag ohne Uhrzeit: Es ist nicht beurteilbar.</translation>
  </message>
  <message>
   <source>Add a visit after it…</source>
   <translation>Visite danach hinzufügen …</translation>
  </message>
  <message>
   <source>Add a visit like it…</source>
   <translation>Visite wie diese hinzufügen …</translation>
  </message>
  <message>
   <source>Choose above which timelines to show.</source>
   <translation>Oben auswählen, welche Zeitleisten gezeigt werden.</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>Datum</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Tag</translation>
  </message>
  <message>
   <source>Day {day}</source>
   <translation>Tag {day}</translation>
  </message>
  <message>
   <source>Decision: where the path goes on is decided here.</source>
   <translation>Entscheidung: Hier entscheidet sich, wie der Weg weitergeht.</translation>
  </message>
  <message>
   <source>Delete…</source>
   <translation>Löschen …</translation>
  </message>
  <message>
   <source>Draw long empty times short, with a break mark</source>
   <translation>Lange leere Zeiten kurz zeichnen, mit einer Unterbrechung</translation>
  </message>
  <message>
   <source>Drawn once. Goes back from {tail} to {head}.</source>
   <translation>Einmal gezeichnet. Geht von {tail} zurück zu {head}.</translation>
  </message>
  <message>
   <source>Duplicate</source>
   <translation>Duplizieren</translation>
  </message>
  <message>
   <source>Each visit on a row of its own</source>
   <translation>Jede Visite auf einer eigenen Zeile</translation>
  </message>
  <message>
   <source>Fit</source>
   <translation>Einpassen</translation>
  </message>
  <message>
   <source>Fit the timeline (F); once more: all timelines</source>
   <translation>Zeitleiste einpassen (F); noch einmal: alle Zeitleisten</translation>
  </message>
  <message>
   <source>Fold them away</source>
   <translation>Einklappen</translation>
  </message>
  <message>
   <source>NO KNOWN TIME · {number}</source>
   <translation>KEINE BEKANNTE ZEIT · {number}</translation>
  </message>
  <message>
   <source>No schedule</source>
   <translation>Kein Ablaufplan</translation>
  </message>
  <message>
   <source>No schedule to show</source>
   <translation>Kein Ablaufplan vorhanden</translation>
  </message>
  <message>
   <source>No timeline chosen</source>
   <translation>Keine Zeitleiste gewählt</translation>
  </message>
  <message>
   <source>No visit between {start} and {end}, {length} apart</source>
   <translation>Keine Visite zwischen {start} und {end}, Abstand {length}</translation>
  </message>
  <message>
   <source>No visit chosen</source>
   <translation>Keine Visite gewählt</translation>
  </message>
  <message>
   <source>OVERLAPS AND GAPS · {number}</source>
   <translation>ÜBERLAPPUNGEN UND LÜCKEN · {number}</translation>
  </message>
  <message>
   <source>One row a visit</source>
   <translation>Eine Zeile je Visite</translation>
  </message>
  <message>
   <source>Open a study to see its visits in time here.</source>
   <translation>Eine Studie öffnen, um ihre Visiten hier im Zeitverlauf zu sehen.</translation>
  </message>
  <message>
   <source>Open the sub-timeline</source>
   <translation>Unterzeitleiste öffnen</translation>
  </message>
  <message>
   <source>Overlaps and gaps</source>
   <translation>Überlappungen und Lücken</translation>
  </message>
  <message numerus="yes">
   <source>Overlaps and gaps, %n</source>
   <translation>
    <numerusform>Überlappungen und Lücken, %n</numerusform>
    <numerusform>Überlappungen und Lücken, %n</numerusform>
   </translation>
  </message>
  <message>
   <source>Packed</source>
   <translation>Gepackt</translation>
  </message>
  <message>
   <source>Planned from {start} to {end}</source>
   <translation>Geplant von {start} bis {end}</translation>
  </message>
  <message>
   <source>Repeats</source>
   <translation>Wiederholt sich</translation>
  </message>
  <message>
   <source>Repeats: {condition}</source>
   <translation>Wiederholt sich: {condition}</translation>
  </message>
  <message numerus="yes">
   <source>Runs a sub-timeline of %n instance(s). Enter opens it.</source>
   <translation>
    <numerusform>Führt eine Unterzeitleiste mit %n Instanz aus. Eingabe öffnet sie.</numerusform>
    <numerusform>Führt eine Unterzeitleiste mit %n Instanzen aus. Eingabe öffnet sie.</numerusform>
   </translation>
  </message>
  <message>
   <source>Shift everything after it…</source>
   <translation>Alles danach verschieben …</translation>
  </message>
  <message>
   <source>Show the overlaps and gaps</source>
   <translation>Überlappungen und Lücken zeigen</translation>
  </message>
  <message>
   <source>Squeeze gaps</source>
   <translation>Lücken stauchen</translation>
  </message>
  <message>
   <source>The main timeline once for each arm:</source>
   <translation>Die Hauptzeitleiste einmal je Arm:</translation>
  </message>
  <message>
   <source>This study has no timeline, and so no planned times. All else of it can be read.</source>
   <translation>Diese Studie hat keine Zeitleiste und damit keine geplanten Zeiten. Alles andere ist lesbar.</translation>
  </message>
  <message>
   <source>This timeline has no visits yet.</source>
   <translation>Diese Zeitleiste hat noch keine Visiten.</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Zeit</translation>
  </message>
  <message>
   <source>Time axis</source>
   <translation>Zeitachse</translation>
  </message>
  <message>
   <source>Timelines</source>
   <translation>Zeitleisten</translation>
  </message>
  <message>
   <source>Timelines: {shown} of {all}</source>
   <translation>Zeitleisten: {shown} von {all}</translation>
  </message>
  <message>
   <source>Visit</source>
   <translation>Visite</translation>
  </message>
  <message>
   <source>Visits side by side, on as few rows as they need</source>
   <translation>Visiten nebeneinander, auf so wenigen Zeilen wie nötig</translation>
  </message>
  <message>
   <source>Which timelines and arms are shown</source>
   <translation>Welche Zeitleisten und Arme gezeigt werden</translation>
  </message>
  <message>
   <source>Window</source>
   <translation>Zeitfenster</translation>
  </message>
  <message>
   <source>Window…</source>
   <translation>Zeitfenster …</translation>
  </message>
  <message>
   <source>Zoom in</source>
   <translation>Vergrößern</translation>
  </message>
  <message>
   <source>Zoom in (+)</source>
   <translation>Vergrößern (+)</translation>
  </message>
  <message>
   <source>Zoom out</source>
   <translation>Verkleinern</translation>
  </message>
  <message>
   <source>Zoom out (−)</source>
   <translation>Verkleinern (−)</translation>
  </message>
  <message>
   <source>counted from {anchor}</source>
   <translation>gezählt ab {anchor}</translation>
  </message>
  <message>
   <source>{date} · {day}</source>
   <translation>{date} · {day}</translation>
  </message>
  <message>
   <source>{day} · {holiday}</source>
   <translation>{day} · {holiday}</translation>
  </message>
  <message>
   <source>{day}, window not stated</source>
   <translation>{day}, Zeitfenster nicht angegeben</translation>
  </message>
  <message>
   <source>{day}, window {window}</source>
   <translation>{day}, Zeitfenster {window}</translation>
  </message>
  <message>
   <source>{first}’s and {second}’s windows overlap from {start} to {end}</source>
   <translation>Die Zeitfenster von {first} und {second} überlappen von {start} bis {end}</translation>
  </message>
  <message>
   <source>{first}’s and {second}’s windows overlap on Days {start} to {end}</source>
   <translation>Die Zeitfenster von {first} und {second} überlappen an den Tagen {start} bis {end}</translation>
  </message>
  <message>
   <source>{first}’s and {second}’s windows overlap on {day}</source>
   <translation>Die Zeitfenster von {first} und {second} überlappen an {day}</translation>
  </message>
  <message>
   <source>{length}, no visit</source>
   <translation>{length}, keine Visite</translation>
  </message>
  <message numerus="yes">
   <source>{move} · %n more (move) with it</source>
   <translation>
    <numerusform>{move} · %n weitere verschiebt sich mit</numerusform>
    <numerusform>{move} · %n weitere verschieben sich mit</numerusform>
   </translation>
  </message>
  <message>
   <source>{name}, no known time. {reason}</source>
   <translation>{name}, keine bekannte Zeit. {reason}</translation>
  </message>
  <message>
   <source>{name}, {day}, any time of it</source>
   <translation>{name}, {day}, zu jeder Zeit des Tages</translation>
  </message>
  <message>
   <source>{name}, {day}, the anchor</source>
   <translation>{name}, {day}, der Anker</translation>
  </message>
  <message>
   <source>{name}, {day}, window {window}</source>
   <translation>{name}, {day}, Zeitfenster {window}</translation>
  </message>
  <message>
   <source>{number} d</source>
   <translation>{number} d</translation>
  </message>
  <message>
   <source>{number} h</source>
   <translation>{number} h</translation>
  </message>
  <message>
   <source>{number} min</source>
   <translation>{number} min</translation>
  </message>
  <message>
   <source>{number} s</source>
   <translation>{number} s</translation>
  </message>
  <message>
   <source>{sign}{number} wk</source>
   <translation>{sign}{number} Wo.</translation>
  </message>
  <message>
   <source>{sign}{number} y</source>
   <translation>{sign}{number} J.</translation>
  </message>
  <message>
   <source>{start} to {end}</source>
   <translation>{start} bis {end}</translation>
  </message>
  <message>
   <source>{visit}, {dates}</source>
   <translation>{visit}, {dates}</translation>
  </message>
  <message>
   <source>{visit}: window {window}</source>
   <translation>{visit}: Zeitfenster {window}</translation>
  </message>
  <message>
   <source>{visit}: {before} → {after}</source>
   <translation>{visit}: {before} → {after}</translation>
  </message>
 </context>
 <context>
  <name>burden</name>
  <message numerus="yes">
   <source>%n more</source>
   <translation>
    <numerusform>%n weitere</numerusform>
    <numerusform>%n weitere</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n planned assessment(s)</source>
   <translation>
    <numerusform>%n geplante Untersuchung</numerusform>
    <numerusform>%n geplante Untersuchungen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n sample(s)</source>
   <translation>
    <numerusform>%n Probe</numerusform>
    <numerusform>%n Proben</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n sample(s) only by the activity's name.</source>
   <translation>
    <numerusform>%n Probe nur nach dem Namen der Aktivität.</numerusform>
    <numerusform>%n Proben nur nach dem Namen der Aktivität.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n visit(s)</source>
   <translation>
    <numerusform>%n Visite</numerusform>
    <numerusform>%n Visiten</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>+%n assessment(s)</source>
   <translation>
    <numerusform>+%n Untersuchung</numerusform>
    <numerusform>+%n Untersuchungen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>+%n sample(s)</source>
   <translation>
    <numerusform>+%n Probe</numerusform>
    <numerusform>+%n Proben</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>+%n visit(s)</source>
   <translation>
    <numerusform>+%n Visite</numerusform>
    <numerusform>+%n Visiten</numerusform>
   </translation>
  </message>
  <message>
   <source>Against the revision before: {changes}</source>
   <translation>Gegenüber der vorigen Revision: {changes}</translation>
  </message>
  <message>
   <source>Assessments</source>
   <translation>Untersuchungen</translation>
  </message>
  <message>
   <source>Burden by visit</source>
   <translation>Belastung je Visite</translation>
  </message>
  <message>
   <source>Each loop is counted once.</source>
   <translation>Jede Schleife ist einmal gezählt.</translation>
  </message>
  <message>
   <source>Every branch is counted, though nobody takes all of them.</source>
   <translation>Jeder Zweig ist gezählt, obwohl niemand alle durchläuft.</translation>
  </message>
  <message>
   <source>Gone: {visit}</source>
   <translation>Entfallen: {visit}</translation>
  </message>
  <message>
   <source>Hours at site</source>
   <translation>Stunden vor Ort</translation>
  </message>
  <message>
   <source>New: {visit}</source>
   <translation>Neu: {visit}</translation>
  </message>
  <message>
   <source>No study is open</source>
   <translation>Keine Studie ist geöffnet</translation>
  </message>
  <message>
   <source>No visits</source>
   <translation>Keine Visiten</translation>
  </message>
  <message>
   <source>Planned assessments: {before}, now {after}</source>
   <translation>Geplante Untersuchungen: {before}, jetzt {after}</translation>
  </message>
  <message>
   <source>Samples</source>
   <translation>Proben</translation>
  </message>
  <message>
   <source>Samples: {before}, now {after}</source>
   <translation>Proben: {before}, jetzt {after}</translation>
  </message>
  <message>
   <source>This timeline plans no visit, so it asks for nothing.</source>
   <translation>Diese Zeitleiste plant keine Visite und verlangt daher nichts.</translation>
  </message>
  <message>
   <source>Visit</source>
   <translation>Visite</translation>
  </message>
  <message>
   <source>Visits: {before}, now {after}</source>
   <translation>Visiten: {before}, jetzt {after}</translation>
  </message>
  <message>
   <source>What a schedule asks of a participant is counted here.</source>
   <translation>Hier wird gezählt, was ein Ablaufplan von einem Teilnehmer verlangt.</translation>
  </message>
  <message>
   <source>What is timed within a visit counts each time.</source>
   <translation>Was innerhalb einer Visite terminiert ist, zählt jedes Mal.</translation>
  </message>
  <message>
   <source>as many in all, at other visits</source>
   <translation>insgesamt gleich viele, an anderen Visiten</translation>
  </message>
  <message numerus="yes">
   <source>at least {hours} at the site in %n visit(s)</source>
   <translation>
    <numerusform>mindestens {hours} vor Ort an %n Visite</numerusform>
    <numerusform>mindestens {hours} vor Ort an %n Visiten</numerusform>
   </translation>
  </message>
  <message>
   <source>hours at the site: not known</source>
   <translation>Stunden vor Ort: nicht bekannt</translation>
  </message>
  <message>
   <source>not at the site</source>
   <translation>nicht vor Ort</translation>
  </message>
  <message>
   <source>{difference} against the revision before</source>
   <translation>{difference} gegenüber der vorigen Revision</translation>
  </message>
  <message>
   <source>{visit}, before: {assessments} and {samples}</source>
   <translation>{visit}, vorher: {assessments} und {samples}</translation>
  </message>
  <message>
   <source>{visit}, new</source>
   <translation>{visit}, neu</translation>
  </message>
  <message>
   <source>{visit}: {assessments}</source>
   <translation>{visit}: {assessments}</translation>
  </message>
  <message>
   <source>{visit}: {assessments} assessments, {samples} samples, {hours}</source>
   <translation>{visit}: {assessments} Untersuchungen, {samples} Proben, {hours}</translation>
  </message>
  <message numerus="yes">
   <source>−%n assessment(s)</source>
   <translation>
    <numerusform>−%n Untersuchung</numerusform>
    <numerusform>−%n Untersuchungen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>−%n sample(s)</source>
   <translation>
    <numerusform>−%n Probe</numerusform>
    <numerusform>−%n Proben</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>−%n visit(s)</source>
   <translation>
    <numerusform>−%n Visite</numerusform>
    <numerusform>−%n Visiten</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>calendar</name>
  <message>
   <source>About this calendar</source>
   <translation>Zu diesem Kalender</translation>
  </message>
  <message>
   <source>Activities</source>
   <translation>Aktivitäten</translation>
  </message>
  <message>
   <source>Activities:</source>
   <translation>Aktivitäten:</translation>
  </message>
  <message>
   <source>Allowed: {window}</source>
   <translation>Erlaubt: {window}</translation>
  </message>
  <message>
   <source>Any day: {window}</source>
   <translation>Beliebiger Tag: {window}</translation>
  </message>
  <message>
   <source>Calendar</source>
   <translation>Kalender</translation>
  </message>
  <message>
   <source>Depends on the decision “{decision}”.</source>
   <translation>Hängt von der Entscheidung „{decision}“ ab.</translation>
  </message>
  <message>
   <source>Epoch</source>
   <translation>Epoche</translation>
  </message>
  <message>
   <source>From {first} to {last}, until the visit that it is timed from has taken place.</source>
   <translation>Von {first} bis {last}, solange die Visite, an der sie zeitlich hängt, nicht stattgefunden hat.</translation>
  </message>
  <message>
   <source>Its window is in hours, around a date: it cannot be told in dates.</source>
   <translation>Das Zeitfenster ist in Stunden, um ein Datum: Es lässt sich nicht in Daten angeben.</translation>
  </message>
  <message>
   <source>Pass</source>
   <translation>Durchlauf</translation>
  </message>
  <message>
   <source>Planned</source>
   <translation>Geplant</translation>
  </message>
  <message>
   <source>Planned: {date}</source>
   <translation>Geplant: {date}</translation>
  </message>
  <message>
   <source>Provisional</source>
   <translation>Vorläufig</translation>
  </message>
  <message>
   <source>Provisional: what it counts from has not happened.</source>
   <translation>Vorläufig: Der Bezugspunkt hat noch nicht stattgefunden.</translation>
  </message>
  <message>
   <source>Study Day {number}</source>
   <translation>Studientag {number}</translation>
  </message>
  <message>
   <source>Study day</source>
   <translation>Studientag</translation>
  </message>
  <message>
   <source>The planned day is: {day}</source>
   <translation>Der geplante Tag ist: {day}</translation>
  </message>
  <message>
   <source>Timeline</source>
   <translation>Zeitleiste</translation>
  </message>
  <message>
   <source>To be noted</source>
   <translation>Zu beachten</translation>
  </message>
  <message>
   <source>Visit</source>
   <translation>Visite</translation>
  </message>
  <message>
   <source>Weekday</source>
   <translation>Wochentag</translation>
  </message>
  <message>
   <source>Weekend or holiday</source>
   <translation>Wochenende oder Feiertag</translation>
  </message>
  <message>
   <source>Window closes</source>
   <translation>Zeitfenster bis</translation>
  </message>
  <message>
   <source>Window opens</source>
   <translation>Zeitfenster ab</translation>
  </message>
  <message>
   <source>Window: not stated</source>
   <translation>Zeitfenster: nicht angegeben</translation>
  </message>
  <message>
   <source>from {first}</source>
   <translation>ab {first}</translation>
  </message>
  <message>
   <source>no</source>
   <translation>nein</translation>
  </message>
  <message>
   <source>until {last}</source>
   <translation>bis {last}</translation>
  </message>
  <message>
   <source>weekend</source>
   <translation>Wochenende</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>ja</translation>
  </message>
  <message>
   <source>{date} at {time}</source>
   <translation>{date}, {time}</translation>
  </message>
  <message>
   <source>{first} to {last}</source>
   <translation>{first} bis {last}</translation>
  </message>
  <message>
   <source>{participant} · {study}</source>
   <translation>{participant} · {study}</translation>
  </message>
  <message>
   <source>{visit} (pass {number})</source>
   <translation>{visit} (Durchlauf {number})</translation>
  </message>
 </context>
 <context>
  <name>canvas</name>
  <message numerus="yes">
   <source>%n activit(ies)</source>
   <translation>
    <numerusform>%n Aktivität</numerusform>
    <numerusform>%n Aktivitäten</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n instance(s). Arrow keys move along the schedule.</source>
   <translation>
    <numerusform>%n Instanz. Pfeiltasten folgen dem Ablaufplan.</numerusform>
    <numerusform>%n Instanzen. Pfeiltasten folgen dem Ablaufplan.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n selected</source>
   <translation>
    <numerusform>%n ausgewählt</numerusform>
    <numerusform>%n ausgewählt</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n visit(s)</source>
   <translation>
    <numerusform>%n Visite</numerusform>
    <numerusform>%n Visiten</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n visit(s) (move) with it, first {names}</source>
   <translation>
    <numerusform>%n Visite verschiebt sich mit, zuerst {names}</numerusform>
    <numerusform>%n Visiten verschieben sich mit, zuerst {names}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n visit(s) copied</source>
   <translation>
    <numerusform>%n Visite kopiert</numerusform>
    <numerusform>%n Visiten kopiert</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n visit(s) cut</source>
   <translation>
    <numerusform>%n Visite ausgeschnitten</numerusform>
    <numerusform>%n Visiten ausgeschnitten</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n visit(s) stay where somebody else placed them since.</source>
   <translation>
    <numerusform>%n Visite bleibt, wo jemand anderes sie seither platziert hat.</numerusform>
    <numerusform>%n Visiten bleiben, wo jemand anderes sie seither platziert hat.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n visit(s) would move</source>
   <translation>
    <numerusform>%n Visite würde sich verschieben</numerusform>
    <numerusform>%n Visiten würden sich verschieben</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n visit(s), collapsed</source>
   <translation>
    <numerusform>%n Visite, eingeklappt</numerusform>
    <numerusform>%n Visiten, eingeklappt</numerusform>
   </translation>
  </message>
  <message>
   <source>A</source>
   <comment>short for: added</comment>
   <translation>N</translation>
  </message>
  <message>
   <source>A way from {visit}</source>
   <translation>Ein Weg von {visit}</translation>
  </message>
  <message>
   <source>A way to {visit}</source>
   <translation>Ein Weg zu {visit}</translation>
  </message>
  <message>
   <source>Activity</source>
   <translation>Aktivität</translation>
  </message>
  <message>
   <source>Add a branch…</source>
   <translation>Zweig hinzufügen …</translation>
  </message>
  <message>
   <source>Add a decision after…</source>
   <translation>Entscheidung danach hinzufügen …</translation>
  </message>
  <message>
   <source>Add a side timeline…</source>
   <translation>Nebenzeitleiste hinzufügen …</translation>
  </message>
  <message>
   <source>Add after…</source>
   <translation>Danach hinzufügen …</translation>
  </message>
  <message>
   <source>Add early termination…</source>
   <translation>Vorzeitiges Ende hinzufügen …</translation>
  </message>
  <message>
   <source>Add here…</source>
   <translation>Hier hinzufügen …</translation>
  </message>
  <message>
   <source>Add {where}</source>
   <translation>Hinzufügen {where}</translation>
  </message>
  <message>
   <source>Add {where}: “Week 10 +4w ±3d”, or what to add</source>
   <translation>Hinzufügen {where}: „Woche 10 +4w ±3d“ oder was hinzukommen soll</translation>
  </message>
  <message>
   <source>Add…</source>
   <translation>Hinzufügen …</translation>
  </message>
  <message>
   <source>After {earlier}</source>
   <translation>Nach {earlier}</translation>
  </message>
  <message>
   <source>After {earlier}, before {later}</source>
   <translation>Nach {earlier}, vor {later}</translation>
  </message>
  <message numerus="yes">
   <source>Align %n visit(s)</source>
   <translation>
    <numerusform>%n Visite ausrichten</numerusform>
    <numerusform>%n Visiten ausrichten</numerusform>
   </translation>
  </message>
  <message>
   <source>Also those placed by hand</source>
   <translation>Auch von Hand platzierte</translation>
  </message>
  <message>
   <source>Apply</source>
   <translation>Übernehmen</translation>
  </message>
  <message>
   <source>Apply or cancel the new layout first.</source>
   <translation>Zuerst die neue Anordnung übernehmen oder abbrechen.</translation>
  </message>
  <message>
   <source>Arrow from {earlier} to {later}</source>
   <translation>Pfeil von {earlier} zu {later}</translation>
  </message>
  <message>
   <source>Before {later}</source>
   <translation>Vor {later}</translation>
  </message>
  <message>
   <source>Between {earlier} and {later}</source>
   <translation>Zwischen {earlier} und {later}</translation>
  </message>
  <message>
   <source>Branch of {decision}…</source>
   <translation>Zweig von {decision} …</translation>
  </message>
  <message>
   <source>C</source>
   <comment>short for: changed</comment>
   <translation>G</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Change the condition</source>
   <translation>Bedingung ändern</translation>
  </message>
  <message>
   <source>Contact: {how}</source>
   <translation>Kontakt: {how}</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Kopieren</translation>
  </message>
  <message>
   <source>Cut</source>
   <translation>Ausschneiden</translation>
  </message>
  <message>
   <source>Cycle</source>
   <translation>Zyklus</translation>
  </message>
  <message>
   <source>Cycle around what is selected…</source>
   <translation>Zyklus um die Auswahl …</translation>
  </message>
  <message>
   <source>Day {first} to {last}</source>
   <translation>Tag {first} bis {last}</translation>
  </message>
  <message>
   <source>Decision</source>
   <translation>Entscheidung</translation>
  </message>
  <message>
   <source>Decision: {question}</source>
   <translation>Entscheidung: {question}</translation>
  </message>
  <message>
   <source>Decision…</source>
   <translation>Entscheidung …</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>Löschen</translation>
  </message>
  <message>
   <source>Delete and see what follows…</source>
   <translation>Löschen und die Folgen sehen …</translation>
  </message>
  <message>
   <source>Delete this arrow</source>
   <translation>Diesen Pfeil löschen</translation>
  </message>
  <message numerus="yes">
   <source>Distribute %n visit(s)</source>
   <translation>
    <numerusform>%n Visite verteilen</numerusform>
    <numerusform>%n Visiten verteilen</numerusform>
   </translation>
  </message>
  <message>
   <source>Double-click to expand</source>
   <translation>Zum Ausklappen doppelklicken</translation>
  </message>
  <message>
   <source>Duplicate</source>
   <translation>Duplizieren</translation>
  </message>
  <message>
   <source>Early termination…</source>
   <translation>Vorzeitiges Ende …</translation>
  </message>
  <message>
   <source>Encounter: {name}</source>
   <translation>Encounter: {name}</translation>
  </message>
  <message>
   <source>End of the timeline</source>
   <translation>Ende der Zeitleiste</translation>
  </message>
  <message>
   <source>Entry</source>
   <translation>Eingang</translation>
  </message>
  <message>
   <source>Epoch {name}</source>
   <translation>Epoche {name}</translation>
  </message>
  <message>
   <source>Exit</source>
   <translation>Ausgang</translation>
  </message>
  <message>
   <source>Expand the epoch to place its visits by hand.</source>
   <translation>Die Epoche ausklappen, um ihre Visiten von Hand zu platzieren.</translation>
  </message>
  <message>
   <source>Filtered out.</source>
   <translation>Herausgefiltert.</translation>
  </message>
  <message>
   <source>Fit all</source>
   <translation>Alles einpassen</translation>
  </message>
  <message>
   <source>Fit all (F)</source>
   <translation>Alles einpassen (F)</translation>
  </message>
  <message>
   <source>From {visit} to which visit?</source>
   <translation>Von {visit} zu welcher Visite?</translation>
  </message>
  <message>
   <source>How visits are spaced</source>
   <translation>Abstände der Visiten</translation>
  </message>
  <message>
   <source>It is left as it is.</source>
   <translation>Es bleibt, wie es ist.</translation>
  </message>
  <message numerus="yes">
   <source>Lay out %n visit(s) again</source>
   <translation>
    <numerusform>%n Visite neu anordnen</numerusform>
    <numerusform>%n Visiten neu anordnen</numerusform>
   </translation>
  </message>
  <message>
   <source>Lay out again…</source>
   <translation>Neu anordnen …</translation>
  </message>
  <message>
   <source>Lead a way to…</source>
   <translation>Weg führen zu …</translation>
  </message>
  <message>
   <source>Leave everything where it is (Esc)</source>
   <translation>Alles lassen, wo es ist (Esc)</translation>
  </message>
  <message>
   <source>Let go to add something here</source>
   <translation>Loslassen, um hier etwas hinzuzufügen</translation>
  </message>
  <message numerus="yes">
   <source>Move %n visit(s) in the graph</source>
   <translation>
    <numerusform>%n Visite im Graphen verschieben</numerusform>
    <numerusform>%n Visiten im Graphen verschieben</numerusform>
   </translation>
  </message>
  <message>
   <source>Move to an epoch…</source>
   <translation>In eine Epoche verschieben …</translation>
  </message>
  <message>
   <source>Moves with it: {names}</source>
   <translation>Verschiebt sich mit: {names}</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Name of {visit}. Enter keeps it, Escape gives it up.</source>
   <translation>Name von {visit}. Eingabe übernimmt ihn, Esc verwirft ihn.</translation>
  </message>
  <message>
   <source>New condition</source>
   <translation>Neue Bedingung</translation>
  </message>
  <message>
   <source>New layout</source>
   <translation>Neue Anordnung</translation>
  </message>
  <message>
   <source>New visit</source>
   <translation>Neue Visite</translation>
  </message>
  <message>
   <source>New visit {number}</source>
   <translation>Neue Visite {number}</translation>
  </message>
  <message>
   <source>No planned time</source>
   <translation>Keine geplante Zeit</translation>
  </message>
  <message>
   <source>No planned time: not to scale</source>
   <translation>Keine geplante Zeit: nicht maßstäblich</translation>
  </message>
  <message>
   <source>No schedule to show.</source>
   <translation>Kein Ablaufplan vorhanden.</translation>
  </message>
  <message>
   <source>No study is open.</source>
   <translation>Keine Studie ist geöffnet.</translation>
  </message>
  <message>
   <source>No visit was placed by hand that could be put back.</source>
   <translation>Keine Visite wurde von Hand platziert, die zurückgestellt werden könnte.</translation>
  </message>
  <message>
   <source>Not on the path</source>
   <translation>Nicht auf dem Weg</translation>
  </message>
  <message>
   <source>Not to scale: more room for the visits around {day}</source>
   <translation>Nicht maßstäblich: mehr Platz für die Visiten um {day}</translation>
  </message>
  <message>
   <source>Nothing leads into the entry: the timeline begins there.</source>
   <translation>Zum Eingang führt nichts: Dort beginnt die Zeitleiste.</translation>
  </message>
  <message>
   <source>Nothing leads out of an exit: the timeline ends there.</source>
   <translation>Aus einem Ausgang führt nichts hinaus: Dort endet die Zeitleiste.</translation>
  </message>
  <message>
   <source>Nothing of this name can be added here</source>
   <translation>Unter diesem Namen lässt sich hier nichts hinzufügen</translation>
  </message>
  <message>
   <source>Nothing runs inside a decision.</source>
   <translation>In einer Entscheidung wird nichts ausgeführt.</translation>
  </message>
  <message>
   <source>Nothing was undone that could be done again.</source>
   <translation>Nichts wurde zurückgenommen, das sich wiederherstellen ließe.</translation>
  </message>
  <message>
   <source>Nothing would move</source>
   <translation>Nichts würde sich verschieben</translation>
  </message>
  <message>
   <source>Only visits have windows.</source>
   <translation>Nur Visiten haben Zeitfenster.</translation>
  </message>
  <message>
   <source>Open {timeline}</source>
   <translation>{timeline} öffnen</translation>
  </message>
  <message>
   <source>Ordinal</source>
   <translation>Der Reihe nach</translation>
  </message>
  <message>
   <source>Other</source>
   <comment>activities that stand in no group</comment>
   <translation>Sonstige</translation>
  </message>
  <message>
   <source>Paste after</source>
   <translation>Danach einfügen</translation>
  </message>
  <message>
   <source>R</source>
   <comment>short for: removed</comment>
   <translation>E</translation>
  </message>
  <message numerus="yes">
   <source>Redo: align %n visit(s)</source>
   <translation>
    <numerusform>Wiederherstellen: %n Visite ausrichten</numerusform>
    <numerusform>Wiederherstellen: %n Visiten ausrichten</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Redo: distribute %n visit(s)</source>
   <translation>
    <numerusform>Wiederherstellen: %n Visite verteilen</numerusform>
    <numerusform>Wiederherstellen: %n Visiten verteilen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Redo: lay out %n visit(s) again</source>
   <translation>
    <numerusform>Wiederherstellen: %n Visite neu anordnen</numerusform>
    <numerusform>Wiederherstellen: %n Visiten neu anordnen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Redo: move %n visit(s)</source>
   <translation>
    <numerusform>Wiederherstellen: %n Visite verschieben</numerusform>
    <numerusform>Wiederherstellen: %n Visiten verschieben</numerusform>
   </translation>
  </message>
  <message>
   <source>Rename</source>
   <translation>Umbenennen</translation>
  </message>
  <message>
   <source>Repeat its visits until…</source>
   <translation>Ihre Visiten wiederholen bis …</translation>
  </message>
  <message>
   <source>Repeat until…</source>
   <translation>Wiederholen bis …</translation>
  </message>
  <message>
   <source>Repeat what is selected until…</source>
   <translation>Auswahl wiederholen bis …</translation>
  </message>
  <message>
   <source>Runs {timeline}</source>
   <translation>Führt {timeline} aus</translation>
  </message>
  <message>
   <source>Schedule graph</source>
   <translation>Graph des Ablaufplans</translation>
  </message>
  <message numerus="yes">
   <source>Select %n or more visit(s) first.</source>
   <translation>
    <numerusform>Zuerst mindestens %n Visite auswählen.</numerusform>
    <numerusform>Zuerst mindestens %n Visiten auswählen.</numerusform>
   </translation>
  </message>
  <message>
   <source>Select a visit or a decision to lead a way from it.</source>
   <translation>Wählen Sie eine Visite oder Entscheidung aus, von der ein Weg ausgehen soll.</translation>
  </message>
  <message>
   <source>Select a visit or an epoch to collapse its epoch.</source>
   <translation>Eine Visite oder Epoche auswählen, um ihre Epoche einzuklappen.</translation>
  </message>
  <message>
   <source>Select a visit, a decision, or a way with a condition to rename it.</source>
   <translation>Wählen Sie eine Visite, eine Entscheidung oder einen Weg mit Bedingung aus, um sie umzubenennen.</translation>
  </message>
  <message>
   <source>Select all visits</source>
   <translation>Alle Visiten auswählen</translation>
  </message>
  <message>
   <source>Select one visit to rename it.</source>
   <translation>Wählen Sie eine einzelne Visite aus, um sie umzubenennen.</translation>
  </message>
  <message>
   <source>Select one visit.</source>
   <translation>Wählen Sie eine einzelne Visite aus.</translation>
  </message>
  <message>
   <source>Select visits first.</source>
   <translation>Wählen Sie zuerst Visiten aus.</translation>
  </message>
  <message>
   <source>Select visits to copy them.</source>
   <translation>Wählen Sie Visiten aus, um sie zu kopieren.</translation>
  </message>
  <message>
   <source>Select visits to duplicate them.</source>
   <translation>Wählen Sie Visiten aus, um sie zu duplizieren.</translation>
  </message>
  <message>
   <source>Select visits, decisions or an arrow to delete them.</source>
   <translation>Wählen Sie Visiten, Entscheidungen oder einen Pfeil aus, um sie zu löschen.</translation>
  </message>
  <message>
   <source>Select {visit}</source>
   <translation>{visit} auswählen</translation>
  </message>
  <message>
   <source>Shift what comes after…</source>
   <translation>Was danach kommt, verschieben …</translation>
  </message>
  <message>
   <source>Show at 100 % (0)</source>
   <translation>Auf 100 % zeigen (0)</translation>
  </message>
  <message>
   <source>Show everything</source>
   <translation>Alles zeigen</translation>
  </message>
  <message>
   <source>Side timeline…</source>
   <translation>Nebenzeitleiste …</translation>
  </message>
  <message>
   <source>Take the new layout (Enter)</source>
   <translation>Die neue Anordnung übernehmen (Eingabe)</translation>
  </message>
  <message>
   <source>That was on another timeline of this study.</source>
   <translation>Das war auf einer anderen Zeitleiste dieser Studie.</translation>
  </message>
  <message>
   <source>The end of the timeline</source>
   <translation>Das Ende der Zeitleiste</translation>
  </message>
  <message>
   <source>The layout kept for this study was written by a newer Maestro.</source>
   <translation>Die für diese Studie gespeicherte Anordnung stammt von einem neueren Maestro.</translation>
  </message>
  <message>
   <source>The timeline begins here: carry the other end to what it begins with.</source>
   <translation>Die Zeitleiste beginnt hier: Ziehen Sie das andere Ende dorthin, womit sie beginnt.</translation>
  </message>
  <message>
   <source>The timeline ends here</source>
   <translation>Die Zeitleiste endet hier</translation>
  </message>
  <message>
   <source>The timeline starts here</source>
   <translation>Die Zeitleiste beginnt hier</translation>
  </message>
  <message>
   <source>The way begins here.</source>
   <translation>Der Weg beginnt hier.</translation>
  </message>
  <message>
   <source>There are no visits on the clipboard.</source>
   <translation>In der Zwischenablage sind keine Visiten.</translation>
  </message>
  <message>
   <source>This epoch has no visits here.</source>
   <translation>Diese Epoche hat hier keine Visiten.</translation>
  </message>
  <message>
   <source>This timeline has no instances yet.</source>
   <translation>Diese Zeitleiste hat noch keine Instanzen.</translation>
  </message>
  <message>
   <source>This timeline has no instances.</source>
   <translation>Diese Zeitleiste hat keine Instanzen.</translation>
  </message>
  <message>
   <source>This visit has no id of its own in the file: its place could not be kept.</source>
   <translation>Diese Visite hat in der Datei keine eigene ID: Ihr Platz kann nicht gespeichert werden.</translation>
  </message>
  <message>
   <source>This way belongs to its decision: carry its other end, or add a branch elsewhere.</source>
   <translation>Dieser Weg gehört zu seiner Entscheidung: Ziehen Sie sein anderes Ende, oder fügen Sie anderswo einen Zweig hinzu.</translation>
  </message>
  <message>
   <source>Timeline</source>
   <translation>Zeitleiste</translation>
  </message>
  <message>
   <source>Timeline inside a visit…</source>
   <translation>Zeitleiste in einer Visite …</translation>
  </message>
  <message>
   <source>Timeline inside it…</source>
   <translation>Zeitleiste darin …</translation>
  </message>
  <message>
   <source>To scale</source>
   <translation>Maßstäblich</translation>
  </message>
  <message>
   <source>To scale, visits stand at their planned time. Switch to Ordinal to place them by hand.</source>
   <translation>Maßstäblich stehen Visiten an ihrer geplanten Zeit. Auf „Der Reihe nach“ umschalten, um sie von Hand zu platzieren.</translation>
  </message>
  <message>
   <source>Type a name for a new visit, such as “Week 10 +4w ±3d”.</source>
   <translation>Geben Sie einen Namen für eine neue Visite ein, etwa „Woche 10 +4w ±3d“.</translation>
  </message>
  <message numerus="yes">
   <source>Undo: align %n visit(s)</source>
   <translation>
    <numerusform>Rückgängig: %n Visite ausrichten</numerusform>
    <numerusform>Rückgängig: %n Visiten ausrichten</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Undo: distribute %n visit(s)</source>
   <translation>
    <numerusform>Rückgängig: %n Visite verteilen</numerusform>
    <numerusform>Rückgängig: %n Visiten verteilen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Undo: lay out %n visit(s) again</source>
   <translation>
    <numerusform>Rückgängig: %n Visite neu anordnen</numerusform>
    <numerusform>Rückgängig: %n Visiten neu anordnen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Undo: move %n visit(s)</source>
   <translation>
    <numerusform>Rückgängig: %n Visite verschieben</numerusform>
    <numerusform>Rückgängig: %n Visiten verschieben</numerusform>
   </translation>
  </message>
  <message>
   <source>Visit</source>
   <translation>Visite</translation>
  </message>
  <message>
   <source>Visit like {visit}</source>
   <translation>Visite wie {visit}</translation>
  </message>
  <message>
   <source>Visit “{name}”</source>
   <translation>Visite „{name}“</translation>
  </message>
  <message>
   <source>Visit “{name}” like {visit}</source>
   <translation>Visite „{name}“ wie {visit}</translation>
  </message>
  <message>
   <source>Visits</source>
   <translation>Visiten</translation>
  </message>
  <message>
   <source>Visits at their planned time, with a ruler</source>
   <translation>Visiten zu ihrer geplanten Zeit, mit Lineal</translation>
  </message>
  <message>
   <source>Visits evenly spaced, in their order</source>
   <translation>Visiten gleichmäßig, in ihrer Reihenfolge</translation>
  </message>
  <message>
   <source>Visits of this graph cannot be placed by hand.</source>
   <translation>Visiten dieses Graphen können nicht von Hand platziert werden.</translation>
  </message>
  <message>
   <source>What starts this timeline…</source>
   <translation>Auslöser dieser Zeitleiste …</translation>
  </message>
  <message>
   <source>What you place until the study is closed is not kept.</source>
   <translation>Was Sie platzieren, bis die Studie geschlossen wird, wird nicht gespeichert.</translation>
  </message>
  <message>
   <source>When this way is taken. Enter keeps it, Escape gives it up.</source>
   <translation>Wann dieser Weg genommen wird. Eingabe übernimmt es, Esc verwirft es.</translation>
  </message>
  <message>
   <source>Windows of its visits…</source>
   <translation>Zeitfenster ihrer Visiten …</translation>
  </message>
  <message>
   <source>Window…</source>
   <translation>Zeitfenster …</translation>
  </message>
  <message>
   <source>Wrap in a cycle…</source>
   <translation>In einen Zyklus fassen …</translation>
  </message>
  <message>
   <source>Zoom</source>
   <translation>Zoom</translation>
  </message>
  <message>
   <source>Zoom in</source>
   <translation>Vergrößern</translation>
  </message>
  <message>
   <source>Zoom in (+)</source>
   <translation>Vergrößern (+)</translation>
  </message>
  <message>
   <source>Zoom out</source>
   <translation>Verkleinern</translation>
  </message>
  <message>
   <source>Zoom out (−)</source>
   <translation>Verkleinern (−)</translation>
  </message>
  <message>
   <source>after {visit}</source>
   <translation>nach {visit}</translation>
  </message>
  <message>
   <source>an event starts it</source>
   <translation>ein Ereignis löst sie aus</translation>
  </message>
  <message>
   <source>at the beginning</source>
   <translation>am Anfang</translation>
  </message>
  <message>
   <source>back to {visit}</source>
   <translation>zurück zu {visit}</translation>
  </message>
  <message>
   <source>between {earlier} and {later}</source>
   <translation>zwischen {earlier} und {later}</translation>
  </message>
  <message>
   <source>like</source>
   <translation>wie</translation>
  </message>
  <message>
   <source>like the end of the study</source>
   <translation>wie das Studienende</translation>
  </message>
  <message>
   <source>otherwise</source>
   <translation>sonst</translation>
  </message>
  <message>
   <source>plan it at {visits}</source>
   <translation>planen an {visits}</translation>
  </message>
  <message>
   <source>{condition}: to {visit}</source>
   <translation>{condition}: zu {visit}</translation>
  </message>
  <message>
   <source>{dates}, on the weekend</source>
   <translation>{dates}, am Wochenende</translation>
  </message>
  <message>
   <source>{duration} after the anchor</source>
   <translation>{duration} nach dem Anker</translation>
  </message>
  <message>
   <source>{duration} after {visit}</source>
   <translation>{duration} nach {visit}</translation>
  </message>
  <message>
   <source>{first} to {last}</source>
   <translation>{first} bis {last}</translation>
  </message>
  <message>
   <source>{length} with no visit, drawn short</source>
   <translation>{length} ohne Visite, verkürzt gezeichnet</translation>
  </message>
  <message>
   <source>{percent} %</source>
   <translation>{percent} %</translation>
  </message>
  <message>
   <source>{percent} percent</source>
   <translation>{percent} Prozent</translation>
  </message>
  <message>
   <source>{visit}, {when}</source>
   <translation>{visit}, {when}</translation>
  </message>
  <message>
   <source>{visit}: after {other}</source>
   <translation>{visit}: nach {other}</translation>
  </message>
  <message>
   <source>{visit}: at the beginning</source>
   <translation>{visit}: am Anfang</translation>
  </message>
 </context>
 <context>
  <name>cells</name>
  <message>
   <source>A new element</source>
   <translation>Ein neues Element</translation>
  </message>
  <message>
   <source>Add an arm</source>
   <translation>Arm hinzufügen</translation>
  </message>
  <message>
   <source>Add an arm like this one</source>
   <translation>Arm wie diesen hinzufügen</translation>
  </message>
  <message>
   <source>Add an element</source>
   <translation>Element hinzufügen</translation>
  </message>
  <message>
   <source>Arm {name}</source>
   <translation>Arm {name}</translation>
  </message>
  <message>
   <source>Arms and elements</source>
   <translation>Arme und Elemente</translation>
  </message>
  <message>
   <source>Choose two cells or more, with Ctrl or Shift.</source>
   <translation>Wählen Sie mit Strg oder Umschalt mindestens zwei Zellen.</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>Löschen</translation>
  </message>
  <message>
   <source>Empty</source>
   <translation>Leeren</translation>
  </message>
  <message numerus="yes">
   <source>Empty %n cell(s)</source>
   <translation>
    <numerusform>%n Zelle leeren</numerusform>
    <numerusform>%n Zellen leeren</numerusform>
   </translation>
  </message>
  <message>
   <source>Enter chooses the elements of a cell</source>
   <translation>Eingabe wählt die Elemente einer Zelle</translation>
  </message>
  <message>
   <source>Enter or a double-click chooses the elements of a cell; Del empties it. Alt and arrows, or a drag of a heading, put arms and epochs in another order.</source>
   <translation>Eingabe oder ein Doppelklick wählt die Elemente einer Zelle; Entf leert sie. Alt mit Pfeiltasten oder das Ziehen einer Überschrift ordnet Arme und Epochen um.</translation>
  </message>
  <message>
   <source>Epoch {name}</source>
   <translation>Epoche {name}</translation>
  </message>
  <message numerus="yes">
   <source>Give %n cell(s) the element {element}</source>
   <translation>
    <numerusform>%n Zelle das Element {element} geben</numerusform>
    <numerusform>%n Zellen das Element {element} geben</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Give %n cell(s) what is in the first</source>
   <translation>
    <numerusform>%n Zelle den Inhalt der ersten geben</numerusform>
    <numerusform>%n Zellen den Inhalt der ersten geben</numerusform>
   </translation>
  </message>
  <message>
   <source>Give it elements of its own</source>
   <translation>Eigene Elemente geben</translation>
  </message>
  <message>
   <source>Give the others what is in the first</source>
   <translation>Den anderen den Inhalt der ersten geben</translation>
  </message>
  <message>
   <source>It is the first already.</source>
   <translation>Steht bereits an erster Stelle.</translation>
  </message>
  <message>
   <source>It is the last already.</source>
   <translation>Steht bereits an letzter Stelle.</translation>
  </message>
  <message>
   <source>Move before the one before</source>
   <translation>Eine Stelle nach vorn</translation>
  </message>
  <message>
   <source>Move behind the next</source>
   <translation>Eine Stelle nach hinten</translation>
  </message>
  <message>
   <source>Move down</source>
   <translation>Nach unten</translation>
  </message>
  <message>
   <source>Move up</source>
   <translation>Nach oben</translation>
  </message>
  <message>
   <source>Name of the new arm</source>
   <translation>Name des neuen Arms</translation>
  </message>
  <message>
   <source>Name of the new element</source>
   <translation>Name des neuen Elements</translation>
  </message>
  <message>
   <source>Name of {old}</source>
   <translation>Name von {old}</translation>
  </message>
  <message>
   <source>No arms yet. Add the first one: it gets a row here.</source>
   <translation>Noch keine Arme. Fügen Sie den ersten hinzu: Er erhält hier eine Zeile.</translation>
  </message>
  <message>
   <source>No epochs yet. Add the first one in the navigator: it gets a column here.</source>
   <translation>Noch keine Epochen. Fügen Sie im Navigator die erste hinzu: Sie erhält hier eine Spalte.</translation>
  </message>
  <message>
   <source>Nothing is in it.</source>
   <translation>Sie enthält nichts.</translation>
  </message>
  <message>
   <source>Open a study to see its arms here.</source>
   <translation>Eine Studie öffnen, um ihre Arme hier zu sehen.</translation>
  </message>
  <message>
   <source>Rename</source>
   <translation>Umbenennen</translation>
  </message>
  <message>
   <source>Show its details</source>
   <translation>Details zeigen</translation>
  </message>
  <message numerus="yes">
   <source>Take {element} out of %n cell(s)</source>
   <translation>
    <numerusform>{element} aus %n Zelle nehmen</numerusform>
    <numerusform>{element} aus %n Zellen nehmen</numerusform>
   </translation>
  </message>
  <message>
   <source>nothing</source>
   <translation>nichts</translation>
  </message>
  <message>
   <source>{arm} in {epoch}: {elements}</source>
   <translation>{arm} in {epoch}: {elements}</translation>
  </message>
  <message>
   <source>{cell}. Other cells hold the same.</source>
   <translation>{cell}. Andere Zellen enthalten dasselbe.</translation>
  </message>
 </context>
 <context>
  <name>commands</name>
  <message>
   <source>A cycle goes on differently from its second pass on, or from a later one.</source>
   <translation>Ein Zyklus kann erst ab dem zweiten oder einem späteren Durchlauf anders weitergehen.</translation>
  </message>
  <message numerus="yes">
   <source>A cycle is unrolled into 1 to %n passes.</source>
   <translation>
    <numerusform>Ein Zyklus wird in genau %n Durchlauf ausgerollt.</numerusform>
    <numerusform>Ein Zyklus wird in 1 bis %n Durchläufe ausgerollt.</numerusform>
   </translation>
  </message>
  <message>
   <source>A name is missing: type one.</source>
   <translation>Ein Name fehlt: Geben Sie einen ein.</translation>
  </message>
  <message>
   <source>A rule stands beside a condition: of a decision, a footnote, a timeline's entry or a transition.</source>
   <translation>Eine Regel steht neben einer Bedingung: einer Entscheidung, einer Fußnote, eines Zeitleisten-Eingangs oder eines Übergangs.</translation>
  </message>
  <message>
   <source>A timeline begins somewhere: lead its beginning elsewhere instead.</source>
   <translation>Eine Zeitleiste muss irgendwo beginnen: Führen Sie stattdessen ihren Anfang anderswohin.</translation>
  </message>
  <message>
   <source>A window needs a time: say how long after which visit it comes.</source>
   <translation>Ein Zeitfenster braucht eine Zeit: Geben Sie an, wie lange nach welcher Visite sie kommt.</translation>
  </message>
  <message>
   <source>Add a footnote to {place}</source>
   <translation>Fußnote zu {place} hinzufügen</translation>
  </message>
  <message>
   <source>Add early termination like {visit}</source>
   <translation>Vorzeitiges Ende wie {visit} hinzufügen</translation>
  </message>
  <message>
   <source>Add the activity {name}</source>
   <translation>Aktivität {name} hinzufügen</translation>
  </message>
  <message>
   <source>Add the activity {name} to {group}</source>
   <translation>Aktivität {name} zu {group} hinzufügen</translation>
  </message>
  <message>
   <source>Add the arm {name}</source>
   <translation>Arm {name} hinzufügen</translation>
  </message>
  <message>
   <source>Add the arm {name}, like {other}</source>
   <translation>Arm {name} wie {other} hinzufügen</translation>
  </message>
  <message>
   <source>Add the decision {decision} after {visit}</source>
   <translation>Entscheidung {decision} nach {visit} hinzufügen</translation>
  </message>
  <message>
   <source>Add the decision {decision} at the beginning</source>
   <translation>Entscheidung {decision} am Anfang hinzufügen</translation>
  </message>
  <message>
   <source>Add the element {name}</source>
   <translation>Element {name} hinzufügen</translation>
  </message>
  <message>
   <source>Add the encounter {name}</source>
   <translation>Encounter {name} hinzufügen</translation>
  </message>
  <message>
   <source>Add the epoch {name}</source>
   <translation>Epoche {name} hinzufügen</translation>
  </message>
  <message>
   <source>Add the side timeline {timeline}</source>
   <translation>Nebenzeitleiste {timeline} hinzufügen</translation>
  </message>
  <message>
   <source>Add the side timeline {timeline}, like {visit}</source>
   <translation>Nebenzeitleiste {timeline} wie {visit} hinzufügen</translation>
  </message>
  <message>
   <source>Add the timeline {name}</source>
   <translation>Zeitleiste {name} hinzufügen</translation>
  </message>
  <message>
   <source>Add to {decision} the branch “{condition}” to {visit}</source>
   <translation>Zu {decision} den Zweig „{condition}“ zu {visit} hinzufügen</translation>
  </message>
  <message>
   <source>Add {visit} after {other}</source>
   <translation>{visit} nach {other} hinzufügen</translation>
  </message>
  <message>
   <source>Add {visit} at the beginning</source>
   <translation>{visit} am Anfang hinzufügen</translation>
  </message>
  <message>
   <source>Add {visit} {duration} after {reference}</source>
   <translation>{visit} {duration} nach {reference} hinzufügen</translation>
  </message>
  <message>
   <source>Add {visit} {duration} before {reference}</source>
   <translation>{visit} {duration} vor {reference} hinzufügen</translation>
  </message>
  <message>
   <source>Again: {title}</source>
   <translation>Erneut: {title}</translation>
  </message>
  <message>
   <source>An epoch does not come after itself.</source>
   <translation>Eine Epoche folgt nicht auf sich selbst.</translation>
  </message>
  <message>
   <source>An id or a class is not changed: others refer to it.</source>
   <translation>Eine ID oder Klasse wird nicht geändert: Anderes verweist darauf.</translation>
  </message>
  <message>
   <source>Arm, epoch and elements are in several designs: choose those of one.</source>
   <translation>Arm, Epoche und Elemente gehören zu mehreren Designs: Wählen Sie die eines Designs.</translation>
  </message>
  <message numerus="yes">
   <source>At most %n repetition(s) at once.</source>
   <translation>
    <numerusform>Höchstens %n Wiederholung auf einmal.</numerusform>
    <numerusform>Höchstens %n Wiederholungen auf einmal.</numerusform>
   </translation>
  </message>
  <message>
   <source>Begin with {visit}</source>
   <translation>Mit {visit} beginnen</translation>
  </message>
  <message>
   <source>Begin {timeline} with {visit}</source>
   <translation>{timeline} mit {visit} beginnen</translation>
  </message>
  <message>
   <source>Both must be of the same study design.</source>
   <translation>Beide müssen zum selben Studiendesign gehören.</translation>
  </message>
  <message>
   <source>Both visits must be of the same timeline.</source>
   <translation>Beide Visiten müssen zur selben Zeitleiste gehören.</translation>
  </message>
  <message>
   <source>Change the condition “{old}” of {decision} to “{new}”</source>
   <translation>Bedingung „{old}“ von {decision} in „{new}“ ändern</translation>
  </message>
  <message>
   <source>Change the footnote “{text}”</source>
   <translation>Fußnote „{text}“ ändern</translation>
  </message>
  <message>
   <source>Change what is planned at {visit}</source>
   <translation>Ändern, was an {visit} geplant ist</translation>
  </message>
  <message>
   <source>Change “{attribute}” of {name}</source>
   <translation>„{attribute}“ von {name} ändern</translation>
  </message>
  <message>
   <source>Choose a row, a column or a cell for the footnote.</source>
   <translation>Wählen Sie eine Zeile, Spalte oder Zelle für die Fußnote.</translation>
  </message>
  <message>
   <source>Choose another activity to copy the visits to.</source>
   <translation>Wählen Sie eine andere Aktivität, auf die die Visiten übertragen werden.</translation>
  </message>
  <message>
   <source>Choose another activity to put in its place.</source>
   <translation>Wählen Sie eine andere Aktivität, die an ihre Stelle tritt.</translation>
  </message>
  <message>
   <source>Choose another epoch for its visits.</source>
   <translation>Wählen Sie eine andere Epoche für ihre Visiten.</translation>
  </message>
  <message>
   <source>Choose two activities or more, of which one is to be done.</source>
   <translation>Wählen Sie mindestens zwei Aktivitäten, von denen eine durchzuführen ist.</translation>
  </message>
  <message>
   <source>Choose two cells or more to make one of them.</source>
   <translation>Wählen Sie mindestens zwei Zellen, um sie zusammenzuführen.</translation>
  </message>
  <message>
   <source>Choose two encounters or more to make one of them.</source>
   <translation>Wählen Sie mindestens zwei Encounter, um sie zusammenzuführen.</translation>
  </message>
  <message>
   <source>Choose two epochs or more to make one of them.</source>
   <translation>Wählen Sie mindestens zwei Epochen, um sie zusammenzuführen.</translation>
  </message>
  <message>
   <source>Choose two visits: where it begins and where it ends.</source>
   <translation>Wählen Sie zwei Visiten: wo es beginnt und wo es endet.</translation>
  </message>
  <message numerus="yes">
   <source>Class %n assessment(s) as conditional</source>
   <translation>
    <numerusform>%n Untersuchung als bedingt einstufen</numerusform>
    <numerusform>%n Untersuchungen als bedingt einstufen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Class %n assessment(s) as optional</source>
   <translation>
    <numerusform>%n Untersuchung als optional einstufen</numerusform>
    <numerusform>%n Untersuchungen als optional einstufen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Class %n assessment(s) as required</source>
   <translation>
    <numerusform>%n Untersuchung als erforderlich einstufen</numerusform>
    <numerusform>%n Untersuchungen als erforderlich einstufen</numerusform>
   </translation>
  </message>
  <message>
   <source>Class {activity} at {visit} as conditional</source>
   <translation>{activity} an {visit} als bedingt einstufen</translation>
  </message>
  <message>
   <source>Class {activity} at {visit} as optional</source>
   <translation>{activity} an {visit} als optional einstufen</translation>
  </message>
  <message>
   <source>Class {activity} at {visit} as required</source>
   <translation>{activity} an {visit} als erforderlich einstufen</translation>
  </message>
  <message>
   <source>Clear the window of {visit}</source>
   <translation>Zeitfenster von {visit} entfernen</translation>
  </message>
  <message numerus="yes">
   <source>Clear the windows of %n visit(s)</source>
   <translation>
    <numerusform>Zeitfenster von %n Visite entfernen</numerusform>
    <numerusform>Zeitfenster von %n Visiten entfernen</numerusform>
   </translation>
  </message>
  <message>
   <source>Clear “{attribute}” of {name}</source>
   <translation>„{attribute}“ von {name} leeren</translation>
  </message>
  <message>
   <source>Contact at {names}: {modes}</source>
   <translation>Kontakt bei {names}: {modes}</translation>
  </message>
  <message numerus="yes">
   <source>Count %n visit(s) each from the one before</source>
   <translation>
    <numerusform>%n Visite ab der vorigen zählen</numerusform>
    <numerusform>%n Visiten jeweils ab der vorigen zählen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Count %n visit(s) from {anchor}, the anchor</source>
   <translation>
    <numerusform>%n Visite ab {anchor}, dem Anker, zählen</numerusform>
    <numerusform>%n Visiten ab {anchor}, dem Anker, zählen</numerusform>
   </translation>
  </message>
  <message>
   <source>Count {visit} from {anchor}, the anchor</source>
   <translation>{visit} ab {anchor}, dem Anker, zählen</translation>
  </message>
  <message>
   <source>Count {visit} from {reference}</source>
   <translation>{visit} ab {reference} zählen</translation>
  </message>
  <message>
   <source>Decide “{text}” by a rule</source>
   <translation>„{text}“ durch eine Regel entscheiden</translation>
  </message>
  <message numerus="yes">
   <source>Delete %n visit(s)</source>
   <translation>
    <numerusform>%n Visite löschen</numerusform>
    <numerusform>%n Visiten löschen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Delete %n visit(s); {other} becomes the anchor</source>
   <translation>
    <numerusform>%n Visite löschen; {other} wird der Anker</numerusform>
    <numerusform>%n Visiten löschen; {other} wird der Anker</numerusform>
   </translation>
  </message>
  <message>
   <source>Delete the arm {arm}</source>
   <translation>Arm {arm} löschen</translation>
  </message>
  <message>
   <source>Delete the element {element}</source>
   <translation>Element {element} löschen</translation>
  </message>
  <message>
   <source>Delete the encounter {encounter}</source>
   <translation>Encounter {encounter} löschen</translation>
  </message>
  <message numerus="yes">
   <source>Delete the encounter {encounter}: %n visit(s) (are) then at none</source>
   <translation>
    <numerusform>Encounter {encounter} löschen: %n Visite hat dann keinen</numerusform>
    <numerusform>Encounter {encounter} löschen: %n Visiten haben dann keinen</numerusform>
   </translation>
  </message>
  <message>
   <source>Delete the epoch {epoch}</source>
   <translation>Epoche {epoch} löschen</translation>
  </message>
  <message numerus="yes">
   <source>Delete the epoch {epoch}: %n visit(s) (are) then in none</source>
   <translation>
    <numerusform>Epoche {epoch} löschen: %n Visite ist dann in keiner</numerusform>
    <numerusform>Epoche {epoch} löschen: %n Visiten sind dann in keiner</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Delete the epoch {epoch}: %n visit(s) (are) then in {other}</source>
   <translation>
    <numerusform>Epoche {epoch} löschen: %n Visite ist dann in {other}</numerusform>
    <numerusform>Epoche {epoch} löschen: %n Visiten sind dann in {other}</numerusform>
   </translation>
  </message>
  <message>
   <source>Delete the footnote “{text}”</source>
   <translation>Fußnote „{text}“ löschen</translation>
  </message>
  <message numerus="yes">
   <source>Delete the timeline {name} with its %n visit(s)</source>
   <translation>
    <numerusform>Zeitleiste {name} mit ihrer %n Visite löschen</numerusform>
    <numerusform>Zeitleiste {name} mit ihren %n Visiten löschen</numerusform>
   </translation>
  </message>
  <message>
   <source>Delete {names}</source>
   <translation>{names} löschen</translation>
  </message>
  <message>
   <source>Delete {names} with all in it</source>
   <translation>{names} mit allem darin löschen</translation>
  </message>
  <message numerus="yes">
   <source>Delete {names}, with %n footnote(s)</source>
   <translation>
    <numerusform>{names} löschen, mit %n Fußnote</numerusform>
    <numerusform>{names} löschen, mit %n Fußnoten</numerusform>
   </translation>
  </message>
  <message>
   <source>Delete {visit}</source>
   <translation>{visit} löschen</translation>
  </message>
  <message>
   <source>Delete {visit} and the decision {other}</source>
   <translation>{visit} und die Entscheidung {other} löschen</translation>
  </message>
  <message>
   <source>Delete {visit}; {other} becomes the anchor</source>
   <translation>{visit} löschen; {other} wird der Anker</translation>
  </message>
  <message>
   <source>Disconnect {source} from {target}</source>
   <translation>{source} von {target} trennen</translation>
  </message>
  <message>
   <source>Do all activities of the group</source>
   <translation>Alle Aktivitäten der Gruppe durchführen</translation>
  </message>
  <message>
   <source>Do all of {activities} at {visit}</source>
   <translation>Alle von {activities} an {visit} durchführen</translation>
  </message>
  <message>
   <source>Do one of {activities} at {visit}</source>
   <translation>Eine von {activities} an {visit} durchführen</translation>
  </message>
  <message numerus="yes">
   <source>Do {activity} %n time(s) at {visit}</source>
   <translation>
    <numerusform>{activity} %n-mal an {visit} durchführen</numerusform>
    <numerusform>{activity} %n-mal an {visit} durchführen</numerusform>
   </translation>
  </message>
  <message>
   <source>Duplicate {visit}</source>
   <translation>{visit} duplizieren</translation>
  </message>
  <message>
   <source>Early termination</source>
   <translation>Vorzeitiges Ende</translation>
  </message>
  <message>
   <source>End after {visit}</source>
   <translation>Nach {visit} enden</translation>
  </message>
  <message>
   <source>Every id in this study is there once: nothing is to be repaired.</source>
   <translation>Jede ID kommt in dieser Studie einmal vor: Nichts ist zu reparieren.</translation>
  </message>
  <message>
   <source>Fill marks over {activities} activities at {visits} visits</source>
   <translation>Markierungen über {activities} Aktivitäten an {visits} Visiten ausfüllen</translation>
  </message>
  <message numerus="yes">
   <source>Give %n cell(s) the new element {name}</source>
   <translation>
    <numerusform>%n Zelle das neue Element {name} geben</numerusform>
    <numerusform>%n Zellen das neue Element {name} geben</numerusform>
   </translation>
  </message>
  <message>
   <source>Give {arm} in {epoch}: {elements}</source>
   <translation>Elemente von {arm} in {epoch} setzen: {elements}</translation>
  </message>
  <message>
   <source>Give {arm} nothing in {epoch}</source>
   <translation>Elemente von {arm} in {epoch} leeren</translation>
  </message>
  <message>
   <source>Go on with {activity} from {first} to {last}</source>
   <translation>{activity} von {first} bis {last} fortführen</translation>
  </message>
  <message>
   <source>Group {names} as {group}</source>
   <translation>{names} als {group} gruppieren</translation>
  </message>
  <message>
   <source>Have {names} take place at a new encounter: {encounter}</source>
   <translation>{names} einem neuen Encounter zuordnen: {encounter}</translation>
  </message>
  <message>
   <source>Have {names} take place at no encounter</source>
   <translation>{names} keinem Encounter zuordnen</translation>
  </message>
  <message>
   <source>Have {names} take place at {encounter}</source>
   <translation>{names} dem Encounter {encounter} zuordnen</translation>
  </message>
  <message>
   <source>Have “{text}” decided by a person</source>
   <translation>„{text}“ durch eine Person entscheiden lassen</translation>
  </message>
  <message>
   <source>How long one pass takes is not known: time “{name}” first.</source>
   <translation>Wie lange ein Durchlauf dauert, ist nicht bekannt: Geben Sie zuerst die Zeit von „{name}“ an.</translation>
  </message>
  <message>
   <source>It refers to “{name}”, which is not in the study any more.</source>
   <translation>Verweist auf „{name}“; das ist nicht mehr in der Studie.</translation>
  </message>
  <message>
   <source>Lead from {decision} otherwise to {visit}</source>
   <translation>Von {decision} sonst zu {visit} führen</translation>
  </message>
  <message>
   <source>Lead from {source} to {target}</source>
   <translation>Von {source} zu {target} führen</translation>
  </message>
  <message>
   <source>Lead “{condition}” of {decision} to {visit}</source>
   <translation>„{condition}“ von {decision} zu {visit} führen</translation>
  </message>
  <message>
   <source>Let {first} to {last} differ from pass {number} on</source>
   <translation>{first} bis {last} ab Durchlauf {number} abweichen lassen</translation>
  </message>
  <message>
   <source>Let {visit} differ from pass {number} on</source>
   <translation>{visit} ab Durchlauf {number} abweichen lassen</translation>
  </message>
  <message>
   <source>Make {name} the main timeline</source>
   <translation>{name} zur Hauptzeitleiste machen</translation>
  </message>
  <message>
   <source>Make {visit} an anchor</source>
   <translation>{visit} zu einem Anker machen</translation>
  </message>
  <message>
   <source>Make {visit} the anchor instead of {old}</source>
   <translation>{visit} statt {old} zum Anker machen</translation>
  </message>
  <message numerus="yes">
   <source>Merge %n cell(s) with {cell}</source>
   <translation>
    <numerusform>%n Zelle mit {cell} zusammenführen</numerusform>
    <numerusform>%n Zellen mit {cell} zusammenführen</numerusform>
   </translation>
  </message>
  <message>
   <source>Merge the epochs {names}</source>
   <translation>Epochen {names} zusammenführen</translation>
  </message>
  <message>
   <source>Merge {names} into {encounter}</source>
   <translation>{names} zu {encounter} zusammenführen</translation>
  </message>
  <message numerus="yes">
   <source>Move %n visit(s) within the path</source>
   <translation>
    <numerusform>%n Visite innerhalb des Weges verschieben</numerusform>
    <numerusform>%n Visiten innerhalb des Weges verschieben</numerusform>
   </translation>
  </message>
  <message>
   <source>Move the arm {name} behind {other}</source>
   <translation>Arm {name} hinter {other} verschieben</translation>
  </message>
  <message>
   <source>Move the arm {name} to the beginning</source>
   <translation>Arm {name} an den Anfang verschieben</translation>
  </message>
  <message>
   <source>Move the element {name} behind {other}</source>
   <translation>Element {name} hinter {other} verschieben</translation>
  </message>
  <message>
   <source>Move the element {name} to the beginning</source>
   <translation>Element {name} an den Anfang verschieben</translation>
  </message>
  <message>
   <source>Move the encounter {name} behind {other}</source>
   <translation>Encounter {name} hinter {other} verschieben</translation>
  </message>
  <message>
   <source>Move the encounter {name} to the beginning</source>
   <translation>Encounter {name} an den Anfang verschieben</translation>
  </message>
  <message>
   <source>Move the epoch {epoch} behind {other}</source>
   <translation>Epoche {epoch} hinter {other} verschieben</translation>
  </message>
  <message>
   <source>Move the epoch {epoch} to the beginning</source>
   <translation>Epoche {epoch} an den Anfang verschieben</translation>
  </message>
  <message>
   <source>Move {names} behind {other}</source>
   <translation>{names} hinter {other} verschieben</translation>
  </message>
  <message>
   <source>Move {names} to the top</source>
   <translation>{names} nach ganz oben verschieben</translation>
  </message>
  <message>
   <source>Move {visit} behind {other} in the path</source>
   <translation>{visit} im Weg hinter {other} verschieben</translation>
  </message>
  <message>
   <source>Move {visit} from {day} to Day {new}</source>
   <translation>{visit} von {day} auf Tag {new} verschieben</translation>
  </message>
  <message>
   <source>Move {visit} to the beginning of the path</source>
   <translation>{visit} an den Anfang des Weges verschieben</translation>
  </message>
  <message>
   <source>Move {visit} {duration} earlier</source>
   <translation>{visit} um {duration} früher planen</translation>
  </message>
  <message>
   <source>Move {visit} {duration} later</source>
   <translation>{visit} um {duration} später planen</translation>
  </message>
  <message>
   <source>No cell is chosen.</source>
   <translation>Keine Zelle ist gewählt.</translation>
  </message>
  <message>
   <source>No longer end after {visit}</source>
   <translation>Nicht mehr nach {visit} enden</translation>
  </message>
  <message>
   <source>No longer go on with {activity} from {first} to {last}</source>
   <translation>{activity} von {first} bis {last} nicht mehr fortführen</translation>
  </message>
  <message numerus="yes">
   <source>No longer plan %n activit(ies) at {visit}</source>
   <translation>
    <numerusform>%n Aktivität an {visit} nicht mehr planen</numerusform>
    <numerusform>%n Aktivitäten an {visit} nicht mehr planen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>No longer plan %n assessment(s)</source>
   <translation>
    <numerusform>%n Untersuchung nicht mehr planen</numerusform>
    <numerusform>%n Untersuchungen nicht mehr planen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>No longer plan {activity} at %n visit(s)</source>
   <translation>
    <numerusform>{activity} an %n Visite nicht mehr planen</numerusform>
    <numerusform>{activity} an %n Visiten nicht mehr planen</numerusform>
   </translation>
  </message>
  <message>
   <source>No longer plan {activity} at {visit}</source>
   <translation>{activity} an {visit} nicht mehr planen</translation>
  </message>
  <message>
   <source>No longer plan {activity} in {timeline}</source>
   <translation>{activity} in {timeline} nicht mehr planen</translation>
  </message>
  <message>
   <source>No longer plan {rows} activities at {visits} visits</source>
   <translation>{rows} Aktivitäten an {visits} Visiten nicht mehr planen</translation>
  </message>
  <message>
   <source>No longer say when {name} ends</source>
   <translation>Ende von {name} nicht mehr angeben</translation>
  </message>
  <message>
   <source>No longer say when {name} starts</source>
   <translation>Beginn von {name} nicht mehr angeben</translation>
  </message>
  <message>
   <source>Nothing is chosen, or what is chosen has no id of its own: Repair ids, in the menu Edit, gives it one.</source>
   <translation>Nichts ist gewählt, oder das Gewählte hat keine eigene ID: „IDs reparieren“ im Menü Bearbeiten vergibt eine.</translation>
  </message>
  <message>
   <source>Nothing is chosen.</source>
   <translation>Nichts ist gewählt.</translation>
  </message>
  <message>
   <source>Nothing is selected.</source>
   <translation>Nichts ist ausgewählt.</translation>
  </message>
  <message>
   <source>Nothing that is timed comes after “{visit}”.</source>
   <translation>Nach „{visit}“ kommt nichts mit einer Zeit.</translation>
  </message>
  <message>
   <source>Nothing that is timed comes before “{visit}”.</source>
   <translation>Vor „{visit}“ kommt nichts mit einer Zeit.</translation>
  </message>
  <message>
   <source>Once more would be later than {until}.</source>
   <translation>Noch eine Wiederholung läge nach {until}.</translation>
  </message>
  <message>
   <source>One footnote stands on whole rows, on whole columns, or on a block of cells in which each of its activities meets each of its visits. Write another footnote with the same text for the rest.</source>
   <translation>Eine Fußnote steht an ganzen Zeilen, an ganzen Spalten oder an einem Block von Zellen, in dem jede ihrer Aktivitäten auf jede ihrer Visiten trifft. Schreiben Sie für den Rest eine weitere Fußnote mit demselben Text.</translation>
  </message>
  <message>
   <source>Only decisions were copied: choose the visits around them too.</source>
   <translation>Nur Entscheidungen wurden kopiert: Wählen Sie auch die Visiten um sie herum.</translation>
  </message>
  <message>
   <source>Only encounters and elements have rules by which they start and end.</source>
   <translation>Nur Encounter und Elemente haben Regeln, nach denen sie beginnen und enden.</translation>
  </message>
  <message numerus="yes">
   <source>Paste %n visit(s) after {other}</source>
   <translation>
    <numerusform>%n Visite nach {other} einfügen</numerusform>
    <numerusform>%n Visiten nach {other} einfügen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Paste %n visit(s) at the beginning</source>
   <translation>
    <numerusform>%n Visite am Anfang einfügen</numerusform>
    <numerusform>%n Visiten am Anfang einfügen</numerusform>
   </translation>
  </message>
  <message>
   <source>Paste marks of {rows} activities at {visits} visits</source>
   <translation>Markierungen von {rows} Aktivitäten an {visits} Visiten einfügen</translation>
  </message>
  <message>
   <source>Paste {visit} after {other}</source>
   <translation>{visit} nach {other} einfügen</translation>
  </message>
  <message>
   <source>Place of {names}: {settings}</source>
   <translation>Ort von {names}: {settings}</translation>
  </message>
  <message numerus="yes">
   <source>Plan %n activit(ies) at {visit}</source>
   <translation>
    <numerusform>%n Aktivität an {visit} planen</numerusform>
    <numerusform>%n Aktivitäten an {visit} planen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Plan %n assessment(s)</source>
   <translation>
    <numerusform>%n Untersuchung planen</numerusform>
    <numerusform>%n Untersuchungen planen</numerusform>
   </translation>
  </message>
  <message>
   <source>Plan every activity at {visit}</source>
   <translation>Alle Aktivitäten an {visit} planen</translation>
  </message>
  <message>
   <source>Plan nothing at {visit} any more</source>
   <translation>An {visit} nichts mehr planen</translation>
  </message>
  <message numerus="yes">
   <source>Plan {activity} at %n visit(s)</source>
   <translation>
    <numerusform>{activity} an %n Visite planen</numerusform>
    <numerusform>{activity} an %n Visiten planen</numerusform>
   </translation>
  </message>
  <message>
   <source>Plan {activity} at every visit of {timeline}</source>
   <translation>{activity} an jeder Visite von {timeline} planen</translation>
  </message>
  <message>
   <source>Plan {activity} at the same visits as {other}</source>
   <translation>{activity} an denselben Visiten wie {other} planen</translation>
  </message>
  <message>
   <source>Plan {activity} at {visit}</source>
   <translation>{activity} an {visit} planen</translation>
  </message>
  <message>
   <source>Plan {rows} activities at {visits} visits</source>
   <translation>{rows} Aktivitäten an {visits} Visiten planen</translation>
  </message>
  <message>
   <source>Plan {visit} from Day {first} to {last}</source>
   <translation>{visit} von Tag {first} bis {last} planen</translation>
  </message>
  <message>
   <source>Put the footnote “{text}” on {place}</source>
   <translation>Fußnote „{text}“ an {place} setzen</translation>
  </message>
  <message>
   <source>Put {names} into the epoch {epoch}</source>
   <translation>{names} in die Epoche {epoch} verschieben</translation>
  </message>
  <message>
   <source>Put {visit} after {source}</source>
   <translation>{visit} hinter {source} setzen</translation>
  </message>
  <message>
   <source>Put {visit} at the beginning</source>
   <translation>{visit} an den Anfang setzen</translation>
  </message>
  <message>
   <source>Put {visit} between {source} and {target}</source>
   <translation>{visit} zwischen {source} und {target} setzen</translation>
  </message>
  <message>
   <source>Remove the branch “{condition}” of {decision}</source>
   <translation>Zweig „{condition}“ von {decision} entfernen</translation>
  </message>
  <message>
   <source>Remove the span</source>
   <translation>Spanne entfernen</translation>
  </message>
  <message>
   <source>Rename {old} to {new}</source>
   <translation>{old} in {new} umbenennen</translation>
  </message>
  <message numerus="yes">
   <source>Repair %n id(s)</source>
   <translation>
    <numerusform>%n ID reparieren</numerusform>
    <numerusform>%n IDs reparieren</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Repeat {first} every {duration} until {until}, %n time(s)</source>
   <translation>
    <numerusform>{first} alle {duration} bis {until} wiederholen, %n-mal</numerusform>
    <numerusform>{first} alle {duration} bis {until} wiederholen, %n-mal</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Repeat {first} to {last} every {duration} until {until}, %n time(s)</source>
   <translation>
    <numerusform>{first} bis {last} alle {duration} bis {until} wiederholen, %n-mal</numerusform>
    <numerusform>{first} bis {last} alle {duration} bis {until} wiederholen, %n-mal</numerusform>
   </translation>
  </message>
  <message>
   <source>Repeat {first} to {last} while “{condition}”</source>
   <translation>{first} bis {last} wiederholen, solange „{condition}“</translation>
  </message>
  <message>
   <source>Repeat {visit} while “{condition}”</source>
   <translation>{visit} wiederholen, solange „{condition}“</translation>
  </message>
  <message>
   <source>Repeat {visit}?</source>
   <translation>{visit} wiederholen?</translation>
  </message>
  <message>
   <source>Row {row}, column {column} of what was copied says “{text}”, which is no mark. Marks are X, ✓ or 1; an empty cell, 0 or - is none. Nothing was pasted.</source>
   <translation>In Zeile {row}, Spalte {column} des Kopierten steht „{text}“; das ist keine Markierung. Markierungen sind X, ✓ oder 1; leere Zellen, 0 oder - sind keine. Nichts wurde eingefügt.</translation>
  </message>
  <message>
   <source>Run no timeline in {name}</source>
   <translation>In {name} keine Zeitleiste ausführen</translation>
  </message>
  <message>
   <source>Run the new timeline {timeline} in {name}</source>
   <translation>Neue Zeitleiste {timeline} in {name} ausführen</translation>
  </message>
  <message>
   <source>Run {timeline} in {name}</source>
   <translation>{timeline} in {name} ausführen</translation>
  </message>
  <message>
   <source>Say after how long the visits come again.</source>
   <translation>Geben Sie an, nach welcher Zeit die Visiten wiederkommen.</translation>
  </message>
  <message>
   <source>Say behind which visit, or how long from which visit, it comes.</source>
   <translation>Geben Sie an, hinter welcher Visite oder wie lange nach welcher Visite sie kommt.</translation>
  </message>
  <message>
   <source>Say from which visit the time counts.</source>
   <translation>Geben Sie an, ab welcher Visite die Zeit zählt.</translation>
  </message>
  <message>
   <source>Say how many times, from 1 to 999.</source>
   <translation>Geben Sie an, wie oft: 1- bis 999-mal.</translation>
  </message>
  <message>
   <source>Say nothing of the contact at {names}</source>
   <translation>Kontakt bei {names} nicht mehr angeben</translation>
  </message>
  <message>
   <source>Say nothing of the place of {names}</source>
   <translation>Ort von {names} nicht mehr angeben</translation>
  </message>
  <message>
   <source>Say of {name}: {term}</source>
   <translation>Für {name} angeben: {term}</translation>
  </message>
  <message>
   <source>Say under which condition the branch is taken.</source>
   <translation>Geben Sie an, unter welcher Bedingung der Zweig genommen wird.</translation>
  </message>
  <message>
   <source>Say what starts it, such as “An adverse event occurs”.</source>
   <translation>Geben Sie an, was sie auslöst, etwa „Ein unerwünschtes Ereignis tritt ein“.</translation>
  </message>
  <message>
   <source>Say what starts {timeline}</source>
   <translation>Angeben, was {timeline} auslöst</translation>
  </message>
  <message>
   <source>Say when {name} ends</source>
   <translation>Ende von {name} angeben</translation>
  </message>
  <message>
   <source>Say when {name} starts</source>
   <translation>Beginn von {name} angeben</translation>
  </message>
  <message>
   <source>Set the window of {visit}: {window}</source>
   <translation>Zeitfenster von {visit} setzen: {window}</translation>
  </message>
  <message numerus="yes">
   <source>Set the windows of %n visit(s): {window}</source>
   <translation>
    <numerusform>Zeitfenster von %n Visite setzen: {window}</numerusform>
    <numerusform>Zeitfenster von %n Visiten setzen: {window}</numerusform>
   </translation>
  </message>
  <message>
   <source>Shift everything after {visit} by {duration}</source>
   <translation>Alles nach {visit} um {duration} später planen</translation>
  </message>
  <message>
   <source>Shift everything after {visit} {duration} earlier</source>
   <translation>Alles nach {visit} um {duration} früher planen</translation>
  </message>
  <message>
   <source>Shift {visit} and everything after it by {duration}</source>
   <translation>{visit} und alles danach um {duration} später planen</translation>
  </message>
  <message>
   <source>Shift {visit} and everything after it {duration} earlier</source>
   <translation>{visit} und alles danach um {duration} früher planen</translation>
  </message>
  <message>
   <source>Split the epoch {epoch} at {visit}: {name}</source>
   <translation>Epoche {epoch} bei {visit} teilen: {name}</translation>
  </message>
  <message>
   <source>Split {cell} from the cells that share its elements</source>
   <translation>{cell} von den Zellen mit denselben Elementen trennen</translation>
  </message>
  <message>
   <source>Swap {old} for {new} everywhere</source>
   <translation>{old} überall durch {new} ersetzen</translation>
  </message>
  <message>
   <source>Take the footnote “{text}” off {place}</source>
   <translation>Fußnote „{text}“ von {place} nehmen</translation>
  </message>
  <message>
   <source>Take {names} out of the epoch</source>
   <translation>{names} aus der Epoche nehmen</translation>
  </message>
  <message>
   <source>That visit is not in the schedule any more.</source>
   <translation>Diese Visite ist nicht mehr im Ablaufplan.</translation>
  </message>
  <message>
   <source>The block has {rows} rows and {columns} columns; from this cell on the table has only {below} rows and {beside} columns. Nothing was pasted.</source>
   <translation>Der Block hat {rows} Zeilen und {columns} Spalten; ab dieser Zelle hat die Tabelle nur {below} Zeilen und {beside} Spalten. Nichts wurde eingefügt.</translation>
  </message>
  <message>
   <source>The footnote has no text: write one, or delete the footnote.</source>
   <translation>Die Fußnote hat keinen Text: Schreiben Sie einen, oder löschen Sie die Fußnote.</translation>
  </message>
  <message>
   <source>The footnote is too long: at most {most} characters.</source>
   <translation>Die Fußnote ist zu lang: höchstens {most} Zeichen.</translation>
  </message>
  <message>
   <source>The footnote “{text}” does not stand there.</source>
   <translation>Die Fußnote „{text}“ steht dort nicht.</translation>
  </message>
  <message>
   <source>The participant leaves the study before its end</source>
   <translation>Der Teilnehmer verlässt die Studie vor ihrem Ende</translation>
  </message>
  <message>
   <source>The path ends after “{visit}”: a decision needs a visit behind it. Add one first.</source>
   <translation>Der Weg endet nach „{visit}“: Eine Entscheidung braucht eine Visite dahinter. Fügen Sie zuerst eine hinzu.</translation>
  </message>
  <message>
   <source>The path ends with “{visit}”: a cycle needs a visit behind it to go on to. Add one first.</source>
   <translation>Der Weg endet mit „{visit}“: Ein Zyklus braucht dahinter eine Visite, mit der es weitergeht. Fügen Sie zuerst eine hinzu.</translation>
  </message>
  <message>
   <source>The study has no design to add to.</source>
   <translation>Die Studie hat kein Design, dem etwas hinzugefügt werden kann.</translation>
  </message>
  <message>
   <source>The study has no design.</source>
   <translation>Die Studie hat kein Design.</translation>
  </message>
  <message>
   <source>The time of “{name}” cannot be said exactly: its days and its hours count in opposite directions.</source>
   <translation>Die Zeit von „{name}“ ist nicht genau anzugeben: Ihre Tage und Stunden zählen in entgegengesetzte Richtungen.</translation>
  </message>
  <message>
   <source>The way in leads to a visit, not to the exit.</source>
   <translation>Der Weg hinein führt zu einer Visite, nicht zum Ausgang.</translation>
  </message>
  <message>
   <source>The way out must lead out of the cycle.</source>
   <translation>Der Weg hinaus muss aus dem Zyklus herausführen.</translation>
  </message>
  <message>
   <source>There is no place for this beside the study.</source>
   <translation>Dafür gibt es neben der Studie keinen Platz.</translation>
  </message>
  <message>
   <source>There is no rule here: a person decides already.</source>
   <translation>Hier gibt es keine Regel: Eine Person entscheidet bereits.</translation>
  </message>
  <message>
   <source>There is no such decision any more.</source>
   <translation>Diese Entscheidung gibt es nicht mehr.</translation>
  </message>
  <message>
   <source>There is nothing to paste.</source>
   <translation>Es gibt nichts einzufügen.</translation>
  </message>
  <message>
   <source>There is nothing to paste: the clipboard holds no text.</source>
   <translation>Es gibt nichts einzufügen: Die Zwischenablage enthält keinen Text.</translation>
  </message>
  <message>
   <source>These activities are in several designs: choose those of one.</source>
   <translation>Diese Aktivitäten gehören zu mehreren Designs: Wählen Sie die eines Designs.</translation>
  </message>
  <message>
   <source>These epochs do not stand beside each other: choose neighbours, or move them first.</source>
   <translation>Diese Epochen stehen nicht nebeneinander: Wählen Sie benachbarte, oder verschieben Sie sie zuerst.</translation>
  </message>
  <message>
   <source>These places are in several designs: choose those of one.</source>
   <translation>Diese Stellen gehören zu mehreren Designs: Wählen Sie die eines Designs.</translation>
  </message>
  <message>
   <source>These stand in several timelines: choose those of one.</source>
   <translation>Diese stehen in mehreren Zeitleisten: Wählen Sie die einer Zeitleiste.</translation>
  </message>
  <message>
   <source>This cannot be done here: {reason}</source>
   <translation>Das ist hier nicht möglich: {reason}</translation>
  </message>
  <message>
   <source>This cell shares its elements with no other: it can be changed as it is.</source>
   <translation>Diese Zelle teilt ihre Elemente mit keiner anderen: Sie lässt sich so ändern, wie sie ist.</translation>
  </message>
  <message numerus="yes">
   <source>This condition is too long: at most %n character(s).</source>
   <translation>
    <numerusform>Diese Bedingung ist zu lang: höchstens %n Zeichen.</numerusform>
    <numerusform>Diese Bedingung ist zu lang: höchstens %n Zeichen.</numerusform>
   </translation>
  </message>
  <message>
   <source>This file is in USDM 3, which has no groups of activities. Save it as USDM 4 first, or keep the rows beside each other.</source>
   <translation>Diese Datei ist in USDM 3, das keine Aktivitätengruppen kennt. Speichern Sie sie zuerst als USDM 4, oder lassen Sie die Zeilen nebeneinander.</translation>
  </message>
  <message>
   <source>This footnote names activities as its context as well, which says more than its places. Change it in the inspector.</source>
   <translation>Diese Fußnote nennt auch Aktivitäten als Kontext; das sagt mehr als ihre Stellen. Ändern Sie sie im Inspektor.</translation>
  </message>
  <message numerus="yes">
   <source>This name is too long: at most %n character(s).</source>
   <translation>
    <numerusform>Dieser Name ist zu lang: höchstens %n Zeichen.</numerusform>
    <numerusform>Dieser Name ist zu lang: höchstens %n Zeichen.</numerusform>
   </translation>
  </message>
  <message>
   <source>This text holds a control character ({code}), which cannot be seen. Type it again without it.</source>
   <translation>Dieser Text enthält ein unsichtbares Steuerzeichen ({code}). Geben Sie ihn ohne dieses Zeichen neu ein.</translation>
  </message>
  <message>
   <source>This text holds half a character ({code}), which no study can hold. Type it again without it.</source>
   <translation>Dieser Text enthält ein halbes Zeichen ({code}), das keine Studie aufnehmen kann. Geben Sie ihn ohne dieses Zeichen neu ein.</translation>
  </message>
  <message>
   <source>Time {visit} {duration} after {reference}</source>
   <translation>{visit} {duration} nach {reference} planen</translation>
  </message>
  <message>
   <source>Time {visit} {duration} before {reference}</source>
   <translation>{visit} {duration} vor {reference} planen</translation>
  </message>
  <message>
   <source>Type of {name}: {term}</source>
   <translation>Art von {name}: {term}</translation>
  </message>
  <message>
   <source>Undo only: {title}</source>
   <translation>Einzeln rückgängig: {title}</translation>
  </message>
  <message>
   <source>Undo: {title}</source>
   <translation>Rückgängig: {title}</translation>
  </message>
  <message>
   <source>Ungroup {group}</source>
   <translation>Gruppe {group} auflösen</translation>
  </message>
  <message numerus="yes">
   <source>Unroll {first} to {last} into %n pass(es)</source>
   <translation>
    <numerusform>{first} bis {last} in %n Durchlauf ausrollen</numerusform>
    <numerusform>{first} bis {last} in %n Durchläufe ausrollen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Unroll {visit} into %n pass(es)</source>
   <translation>
    <numerusform>{visit} in %n Durchlauf ausrollen</numerusform>
    <numerusform>{visit} in %n Durchläufe ausrollen</numerusform>
   </translation>
  </message>
  <message>
   <source>What stands here is no code.</source>
   <translation>Was hier steht, ist kein Code.</translation>
  </message>
  <message>
   <source>What this is has no name in USDM.</source>
   <translation>So etwas hat in USDM keinen Namen.</translation>
  </message>
  <message>
   <source>What was copied is no table of text. Copy cells of a spreadsheet.</source>
   <translation>Das Kopierte ist keine Texttabelle. Kopieren Sie Zellen einer Tabellenkalkulation.</translation>
  </message>
  <message>
   <source>What was copied is too large: paste it in smaller blocks.</source>
   <translation>Das Kopierte ist zu groß: Fügen Sie es in kleineren Blöcken ein.</translation>
  </message>
  <message>
   <source>When “{reference}” is planned is not known: say behind which visit it comes.</source>
   <translation>Wann „{reference}“ geplant ist, ist nicht bekannt: Geben Sie an, hinter welcher Visite sie kommt.</translation>
  </message>
  <message>
   <source>at most {earlier} earlier</source>
   <translation>höchstens {earlier} früher</translation>
  </message>
  <message>
   <source>at most {later} later</source>
   <translation>höchstens {later} später</translation>
  </message>
  <message>
   <source>exactly then</source>
   <translation>genau dann</translation>
  </message>
  <message>
   <source>up to {earlier} earlier</source>
   <translation>bis zu {earlier} früher</translation>
  </message>
  <message>
   <source>up to {earlier} earlier or {later} later</source>
   <translation>bis zu {earlier} früher oder {later} später</translation>
  </message>
  <message>
   <source>up to {later} later</source>
   <translation>bis zu {later} später</translation>
  </message>
  <message>
   <source>{activity} at {visit}</source>
   <translation>{activity} an {visit}</translation>
  </message>
  <message>
   <source>{activity} is not planned at {visit}. Plan it first.</source>
   <translation>{activity} ist an {visit} nicht geplant. Planen Sie sie zuerst.</translation>
  </message>
  <message>
   <source>{add} at {visit}</source>
   <translation>{add}, geplant an {visit}</translation>
  </message>
  <message>
   <source>{arm} in {epoch}</source>
   <translation>{arm} in {epoch}</translation>
  </message>
  <message>
   <source>{condition}, from pass {number} on</source>
   <translation>{condition}, ab Durchlauf {number}</translation>
  </message>
  <message>
   <source>{condition}, up to pass {number}</source>
   <translation>{condition}, bis Durchlauf {number}</translation>
  </message>
  <message>
   <source>{decision}, {condition}</source>
   <translation>{decision}, {condition}</translation>
  </message>
  <message>
   <source>{leeway} either way</source>
   <translation>{leeway} früher oder später</translation>
  </message>
  <message numerus="yes">
   <source>{names} and %n more</source>
   <translation>
    <numerusform>{names} und %n weitere</numerusform>
    <numerusform>{names} und %n weitere</numerusform>
   </translation>
  </message>
  <message>
   <source>{name} begins</source>
   <translation>{name} beginnt</translation>
  </message>
  <message>
   <source>{visit}, copy</source>
   <translation>{visit}, Kopie</translation>
  </message>
  <message>
   <source>{visit}, copy {number}</source>
   <translation>{visit}, Kopie {number}</translation>
  </message>
  <message>
   <source>{visit}, from pass {number}</source>
   <translation>{visit}, ab Durchlauf {number}</translation>
  </message>
  <message>
   <source>{visit}, pass {number}</source>
   <translation>{visit}, Durchlauf {number}</translation>
  </message>
  <message>
   <source>{visit}, repetition {number}</source>
   <translation>{visit}, Wiederholung {number}</translation>
  </message>
  <message>
   <source>{what}, like {visit}</source>
   <translation>{what}, wie {visit}</translation>
  </message>
  <message>
   <source>{what}, {window}</source>
   <translation>{what}, {window}</translation>
  </message>
  <message>
   <source>{what}, {window}, like {visit}</source>
   <translation>{what}, {window}, wie {visit}</translation>
  </message>
  <message>
   <source>“{decision}” would then lead straight to the end, and a decision cannot. Lead it elsewhere first, or remove that branch.</source>
   <translation>„{decision}“ würde dann direkt zum Ende führen; eine Entscheidung kann das nicht. Führen Sie sie zuerst anderswohin, oder entfernen Sie diesen Zweig.</translation>
  </message>
  <message>
   <source>“{first}” does not lead to “{second}”: choose visits that follow one another.</source>
   <translation>„{first}“ führt nicht zu „{second}“: Wählen Sie Visiten, die aufeinander folgen.</translation>
  </message>
  <message>
   <source>“{name}” cannot be moved into itself.</source>
   <translation>„{name}“ lässt sich nicht in sich selbst verschieben.</translation>
  </message>
  <message>
   <source>“{name}” cannot be timed from itself.</source>
   <translation>„{name}“ kann zeitlich nicht an sich selbst hängen.</translation>
  </message>
  <message>
   <source>“{name}” cannot lead to itself.</source>
   <translation>„{name}“ kann nicht zu sich selbst führen.</translation>
  </message>
  <message>
   <source>“{name}” does not come after itself.</source>
   <translation>„{name}“ folgt nicht auf sich selbst.</translation>
  </message>
  <message>
   <source>“{name}” has more than one way out: what is unrolled has one. Remove the others first.</source>
   <translation>„{name}“ hat mehr als einen Weg hinaus; was ausgerollt wird, hat einen. Entfernen Sie zuerst die anderen.</translation>
  </message>
  <message>
   <source>“{name}” has no timing yet: say first when it is.</source>
   <translation>„{name}“ hat noch keinen Zeitbezug: Geben Sie zuerst an, wann es ist.</translation>
  </message>
  <message>
   <source>“{name}” has no visits to plan anything at.</source>
   <translation>„{name}“ hat keine Visiten, an denen etwas zu planen wäre.</translation>
  </message>
  <message>
   <source>“{name}” is a decision and needs a default way: lead it elsewhere instead.</source>
   <translation>„{name}“ ist eine Entscheidung und braucht einen Standardweg: Führen Sie ihn stattdessen anderswohin.</translation>
  </message>
  <message>
   <source>“{name}” is a decision: a block ends with a visit.</source>
   <translation>„{name}“ ist eine Entscheidung: Ein Block endet mit einer Visite.</translation>
  </message>
  <message>
   <source>“{name}” is a decision: add one where it is needed.</source>
   <translation>„{name}“ ist eine Entscheidung: Fügen Sie eine hinzu, wo sie gebraucht wird.</translation>
  </message>
  <message>
   <source>“{name}” is a decision: behind it another visit must follow.</source>
   <translation>„{name}“ ist eine Entscheidung: Dahinter muss noch eine Visite folgen.</translation>
  </message>
  <message>
   <source>“{name}” is a decision: choose a visit.</source>
   <translation>„{name}“ ist eine Entscheidung: Wählen Sie eine Visite.</translation>
  </message>
  <message>
   <source>“{name}” is a decision: its ways lead to visits, not straight to the end.</source>
   <translation>„{name}“ ist eine Entscheidung: Ihre Wege führen zu Visiten, nicht direkt zum Ende.</translation>
  </message>
  <message>
   <source>“{name}” is a decision: nothing is planned in it.</source>
   <translation>„{name}“ ist eine Entscheidung: Dort wird nichts geplant.</translation>
  </message>
  <message>
   <source>“{name}” is a decision: nothing runs inside it.</source>
   <translation>„{name}“ ist eine Entscheidung: Darin wird nichts ausgeführt.</translation>
  </message>
  <message>
   <source>“{name}” is a visit: only decisions have branches.</source>
   <translation>„{name}“ ist eine Visite: Nur Entscheidungen haben Zweige.</translation>
  </message>
  <message>
   <source>“{name}” is an anchor already.</source>
   <translation>„{name}“ ist bereits ein Anker.</translation>
  </message>
  <message>
   <source>“{name}” is an anchor: it has no window.</source>
   <translation>„{name}“ ist ein Anker: Er hat kein Zeitfenster.</translation>
  </message>
  <message>
   <source>“{name}” is an end of this way already.</source>
   <translation>„{name}“ ist bereits ein Ende dieses Weges.</translation>
  </message>
  <message>
   <source>“{name}” is in another timeline.</source>
   <translation>„{name}“ ist in einer anderen Zeitleiste.</translation>
  </message>
  <message>
   <source>“{name}” is in another timeline: a path stays within one. Run it as a sub-timeline.</source>
   <translation>„{name}“ ist in einer anderen Zeitleiste; ein Weg bleibt in einer. Führen Sie sie als Unterzeitleiste aus.</translation>
  </message>
  <message>
   <source>“{name}” is in another timeline: cut it there and paste it here.</source>
   <translation>„{name}“ ist in einer anderen Zeitleiste: Schneiden Sie dort aus und fügen Sie hier ein.</translation>
  </message>
  <message>
   <source>“{name}” is in no epoch that could be split.</source>
   <translation>„{name}“ ist in keiner Epoche, die geteilt werden könnte.</translation>
  </message>
  <message>
   <source>“{name}” is in no list that can be put in another order here.</source>
   <translation>„{name}“ ist in keiner Liste, die sich hier umordnen lässt.</translation>
  </message>
  <message>
   <source>“{name}” is no activity and no visit.</source>
   <translation>„{name}“ ist keine Aktivität und keine Visite.</translation>
  </message>
  <message>
   <source>“{name}” is no activity.</source>
   <translation>„{name}“ ist keine Aktivität.</translation>
  </message>
  <message>
   <source>“{name}” is no arm.</source>
   <translation>„{name}“ ist kein Arm.</translation>
  </message>
  <message>
   <source>“{name}” is no cell of the design.</source>
   <translation>„{name}“ ist keine Zelle des Designs.</translation>
  </message>
  <message>
   <source>“{name}” is no element.</source>
   <translation>„{name}“ ist kein Element.</translation>
  </message>
  <message>
   <source>“{name}” is no encounter.</source>
   <translation>„{name}“ ist kein Encounter.</translation>
  </message>
  <message>
   <source>“{name}” is no epoch.</source>
   <translation>„{name}“ ist keine Epoche.</translation>
  </message>
  <message>
   <source>“{name}” is no footnote.</source>
   <translation>„{name}“ ist keine Fußnote.</translation>
  </message>
  <message>
   <source>“{name}” is no group: nothing is in it.</source>
   <translation>„{name}“ ist keine Gruppe: Sie enthält nichts.</translation>
  </message>
  <message>
   <source>“{name}” is no timeline.</source>
   <translation>„{name}“ ist keine Zeitleiste.</translation>
  </message>
  <message>
   <source>“{name}” is no visit and no decision.</source>
   <translation>„{name}“ ist keine Visite und keine Entscheidung.</translation>
  </message>
  <message>
   <source>“{name}” is no visit.</source>
   <translation>„{name}“ ist keine Visite.</translation>
  </message>
  <message>
   <source>“{name}” is not in the study any more, or its id stands there twice.</source>
   <translation>„{name}“ ist nicht mehr in der Studie, oder die ID kommt dort zweimal vor.</translation>
  </message>
  <message>
   <source>“{name}” is the anchor: the other visits count from it. Move those, or shift all later.</source>
   <translation>„{name}“ ist der Anker: Die anderen Visiten zählen ab ihm. Verschieben Sie diese, oder alle späteren.</translation>
  </message>
  <message>
   <source>“{name}” is the anchor: the others count from it.</source>
   <translation>„{name}“ ist der Anker: Die anderen zählen ab ihm.</translation>
  </message>
  <message>
   <source>“{name}” is the first of its epoch: nothing would be left before it.</source>
   <translation>„{name}“ ist die erste ihrer Epoche: Davor bliebe nichts übrig.</translation>
  </message>
  <message>
   <source>“{name}” is the main timeline already.</source>
   <translation>„{name}“ ist bereits die Hauptzeitleiste.</translation>
  </message>
  <message>
   <source>“{name}” is the main timeline. Make another one the main timeline first.</source>
   <translation>„{name}“ ist die Hauptzeitleiste. Machen Sie zuerst eine andere zur Hauptzeitleiste.</translation>
  </message>
  <message>
   <source>“{name}” is the main timeline: it runs in nothing.</source>
   <translation>„{name}“ ist die Hauptzeitleiste: Sie wird nirgends ausgeführt.</translation>
  </message>
  <message>
   <source>“{name}” is the only timeline: a study without one has no schedule.</source>
   <translation>„{name}“ ist die einzige Zeitleiste: Eine Studie ohne Zeitleiste hat keinen Ablaufplan.</translation>
  </message>
  <message>
   <source>“{name}” is timed from “{reference}”, and no other visit is left from which its time could be said exactly. Time it from another visit first.</source>
   <translation>„{name}“ hängt zeitlich an „{reference}“, und keine andere Visite bleibt, von der aus die Zeit genau anzugeben wäre. Geben Sie zuerst eine andere Visite als Bezug an.</translation>
  </message>
  <message>
   <source>“{name}” leads back by default: give the way back a condition first.</source>
   <translation>„{name}“ führt im Standardfall zurück: Geben Sie dem Weg zurück zuerst eine Bedingung.</translation>
  </message>
  <message>
   <source>“{name}” leads back to no visit: it ends no cycle.</source>
   <translation>„{name}“ führt zu keiner Visite zurück und beendet keinen Zyklus.</translation>
  </message>
  <message>
   <source>“{name}” leads nowhere already.</source>
   <translation>„{name}“ führt bereits nirgendwohin.</translation>
  </message>
  <message>
   <source>“{name}” stands in no timeline.</source>
   <translation>„{name}“ steht in keiner Zeitleiste.</translation>
  </message>
  <message>
   <source>“{name}” stands there already.</source>
   <translation>„{name}“ steht bereits dort.</translation>
  </message>
  <message>
   <source>“{reference}” has no time that “{visit}” could be counted from.</source>
   <translation>„{reference}“ hat keine Zeit, ab der „{visit}“ zählen könnte.</translation>
  </message>
  <message>
   <source>“{reference}” is in another timeline: times count within one.</source>
   <translation>„{reference}“ ist in einer anderen Zeitleiste: Zeiten zählen innerhalb einer Zeitleiste.</translation>
  </message>
  <message>
   <source>“{reference}” is itself timed from “{visit}”: they would be timed from one another.</source>
   <translation>„{reference}“ hängt selbst zeitlich an „{visit}“: Beide hingen zeitlich aneinander.</translation>
  </message>
  <message>
   <source>“{timeline}” runs “{name}” itself: it cannot run inside it.</source>
   <translation>„{timeline}“ führt „{name}“ selbst aus und kann nicht darin ausgeführt werden.</translation>
  </message>
  <message>
   <source>“{value}” is no duration.</source>
   <translation>„{value}“ ist keine Dauer.</translation>
  </message>
  <message>
   <source>“{visit}” leads back already.</source>
   <translation>„{visit}“ führt bereits zurück.</translation>
  </message>
 </context>
 <context>
  <name>compare</name>
  <message numerus="yes">
   <source>%n difference(s) from “{title}”</source>
   <translation>
    <numerusform>%n Unterschied zu „{title}“</numerusform>
    <numerusform>%n Unterschiede zu „{title}“</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n more</source>
   <translation>
    <numerusform>%n weitere</numerusform>
    <numerusform>%n weitere</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n visit(s)</source>
   <translation>
    <numerusform>%n Visite</numerusform>
    <numerusform>%n Visiten</numerusform>
   </translation>
  </message>
  <message>
   <source>A file…</source>
   <translation>Eine Datei …</translation>
  </message>
  <message>
   <source>Activities</source>
   <translation>Aktivitäten</translation>
  </message>
  <message>
   <source>Activity added</source>
   <translation>Aktivität hinzugefügt</translation>
  </message>
  <message>
   <source>Activity removed</source>
   <translation>Aktivität entfernt</translation>
  </message>
  <message>
   <source>All areas ({count})</source>
   <translation>Alle Bereiche ({count})</translation>
  </message>
  <message>
   <source>Another…</source>
   <translation>Andere …</translation>
  </message>
  <message>
   <source>Area</source>
   <translation>Bereich</translation>
  </message>
  <message>
   <source>Arm added</source>
   <translation>Arm hinzugefügt</translation>
  </message>
  <message>
   <source>Arm removed</source>
   <translation>Arm entfernt</translation>
  </message>
  <message>
   <source>Arms, epochs and design</source>
   <translation>Arme, Epochen und Design</translation>
  </message>
  <message>
   <source>Choose all areas, or other words.</source>
   <translation>Alle Bereiche oder andere Wörter wählen.</translation>
  </message>
  <message>
   <source>Choose another study or a file: what differs is listed here and lit in every view.</source>
   <translation>Eine andere Studie oder Datei wählen: Was sich unterscheidet, wird hier aufgelistet und in jeder Ansicht hervorgehoben.</translation>
  </message>
  <message>
   <source>Compare</source>
   <translation>Vergleichen</translation>
  </message>
  <message>
   <source>Compare the study with another to see that one's table here.</source>
   <translation>Die Studie mit einer anderen vergleichen, um deren Tabelle hier zu sehen.</translation>
  </message>
  <message>
   <source>Compare with</source>
   <translation>Vergleichen mit</translation>
  </message>
  <message>
   <source>Compare with a file</source>
   <translation>Mit einer Datei vergleichen</translation>
  </message>
  <message>
   <source>Compare with another study</source>
   <translation>Mit einer anderen Studie vergleichen</translation>
  </message>
  <message>
   <source>Compare with…</source>
   <translation>Vergleichen mit …</translation>
  </message>
  <message>
   <source>Compared with no other study</source>
   <translation>Mit keiner anderen Studie verglichen</translation>
  </message>
  <message>
   <source>Compared with: {title}</source>
   <translation>Verglichen mit: {title}</translation>
  </message>
  <message>
   <source>Criteria</source>
   <translation>Kriterien</translation>
  </message>
  <message>
   <source>Cycle added: {told}</source>
   <translation>Zyklus hinzugefügt: {told}</translation>
  </message>
  <message>
   <source>Cycle removed: {told}</source>
   <translation>Zyklus entfernt: {told}</translation>
  </message>
  <message>
   <source>Cycles and decisions</source>
   <translation>Zyklen und Entscheidungen</translation>
  </message>
  <message>
   <source>Decision added</source>
   <translation>Entscheidung hinzugefügt</translation>
  </message>
  <message>
   <source>Decision removed</source>
   <translation>Entscheidung entfernt</translation>
  </message>
  <message>
   <source>Differences</source>
   <translation>Unterschiede</translation>
  </message>
  <message>
   <source>Element added</source>
   <translation>Element hinzugefügt</translation>
  </message>
  <message>
   <source>Element removed</source>
   <translation>Element entfernt</translation>
  </message>
  <message>
   <source>Encounter added</source>
   <translation>Encounter hinzugefügt</translation>
  </message>
  <message>
   <source>Encounter removed</source>
   <translation>Encounter entfernt</translation>
  </message>
  <message>
   <source>Encounter was {was}, is {now}</source>
   <translation>Encounter war {was}, ist {now}</translation>
  </message>
  <message>
   <source>Encounters</source>
   <translation>Encounter</translation>
  </message>
  <message>
   <source>End</source>
   <translation>Beenden</translation>
  </message>
  <message>
   <source>End the comparison</source>
   <translation>Vergleich beenden</translation>
  </message>
  <message>
   <source>Epoch added</source>
   <translation>Epoche hinzugefügt</translation>
  </message>
  <message>
   <source>Epoch removed</source>
   <translation>Epoche entfernt</translation>
  </message>
  <message>
   <source>Epoch was {was}, is {now}</source>
   <translation>Epoche war {was}, ist {now}</translation>
  </message>
  <message>
   <source>Everything else</source>
   <translation>Alles Übrige</translation>
  </message>
  <message>
   <source>Filter</source>
   <translation>Filter</translation>
  </message>
  <message>
   <source>Filter differences</source>
   <translation>Unterschiede filtern</translation>
  </message>
  <message>
   <source>Footnote added</source>
   <translation>Fußnote hinzugefügt</translation>
  </message>
  <message>
   <source>Footnote removed</source>
   <translation>Fußnote entfernt</translation>
  </message>
  <message>
   <source>Footnotes</source>
   <translation>Fußnoten</translation>
  </message>
  <message>
   <source>Heading was “{was}”</source>
   <translation>Überschrift war „{was}“</translation>
  </message>
  <message>
   <source>Hide the table of the other study</source>
   <translation>Tabelle der anderen Studie ausblenden</translation>
  </message>
  <message>
   <source>Is</source>
   <translation>Ist</translation>
  </message>
  <message>
   <source>Mark added</source>
   <translation>Markierung hinzugefügt</translation>
  </message>
  <message>
   <source>Mark removed</source>
   <translation>Markierung entfernt</translation>
  </message>
  <message>
   <source>Marks</source>
   <translation>Markierungen</translation>
  </message>
  <message>
   <source>Moved to another group</source>
   <translation>In eine andere Gruppe verschoben</translation>
  </message>
  <message>
   <source>Moved: it now follows {other}</source>
   <translation>Verschoben: folgt jetzt auf {other}</translation>
  </message>
  <message>
   <source>Next difference (F3)</source>
   <translation>Nächster Unterschied (F3)</translation>
  </message>
  <message>
   <source>No difference fits</source>
   <translation>Kein Unterschied passt</translation>
  </message>
  <message>
   <source>Nothing differs</source>
   <translation>Kein Unterschied</translation>
  </message>
  <message>
   <source>Objectives</source>
   <translation>Ziele</translation>
  </message>
  <message>
   <source>Objectives and endpoints</source>
   <translation>Ziele und Endpunkte</translation>
  </message>
  <message>
   <source>Other elements</source>
   <translation>Andere Elemente</translation>
  </message>
  <message>
   <source>Other table</source>
   <translation>Andere Tabelle</translation>
  </message>
  <message>
   <source>Other {attribute}</source>
   <translation>{attribute} anders</translation>
  </message>
  <message>
   <source>Planned assessments</source>
   <translation>Geplante Untersuchungen</translation>
  </message>
  <message>
   <source>Planned time was {was}, is {now}</source>
   <translation>Geplante Zeit war {was}, ist {now}</translation>
  </message>
  <message>
   <source>Planned time was {was}, is {now}: it moves with what it is timed from</source>
   <translation>Geplante Zeit war {was}, ist {now}: verschiebt sich mit ihrer Referenz</translation>
  </message>
  <message>
   <source>Planned times</source>
   <translation>Geplante Zeiten</translation>
  </message>
  <message>
   <source>Previous difference (Shift+F3)</source>
   <translation>Voriger Unterschied (Umschalt+F3)</translation>
  </message>
  <message>
   <source>Protocol text</source>
   <translation>Protokolltext</translation>
  </message>
  <message>
   <source>Renamed: was “{was}”</source>
   <translation>Umbenannt: war „{was}“</translation>
  </message>
  <message>
   <source>Schedule, footnotes, design and texts say the same in both.</source>
   <translation>Ablaufplan, Fußnoten, Design und Texte sagen in beiden dasselbe.</translation>
  </message>
  <message>
   <source>Section added</source>
   <translation>Abschnitt hinzugefügt</translation>
  </message>
  <message>
   <source>Section removed</source>
   <translation>Abschnitt entfernt</translation>
  </message>
  <message>
   <source>Show the table of the other study</source>
   <translation>Tabelle der anderen Studie zeigen</translation>
  </message>
  <message>
   <source>Structure</source>
   <translation>Struktur</translation>
  </message>
  <message>
   <source>Studies kept on this computer</source>
   <translation>Auf diesem Computer gespeicherte Studien</translation>
  </message>
  <message>
   <source>Sub-timeline was {was}, is {now}</source>
   <translation>Unterzeitleiste war {was}, ist {now}</translation>
  </message>
  <message>
   <source>Texts</source>
   <translation>Texte</translation>
  </message>
  <message>
   <source>The cycle was {was}, is {now}</source>
   <translation>Der Zyklus war {was}, ist {now}</translation>
  </message>
  <message>
   <source>The decision's conditions changed</source>
   <translation>Die Bedingungen der Entscheidung haben sich geändert</translation>
  </message>
  <message>
   <source>The footnote stands elsewhere</source>
   <translation>Die Fußnote steht an anderer Stelle</translation>
  </message>
  <message>
   <source>The footnote's text changed</source>
   <translation>Der Text der Fußnote hat sich geändert</translation>
  </message>
  <message>
   <source>The ids of the two do not mean the same: all was matched by names and by order.</source>
   <translation>Die IDs der beiden bedeuten nicht dasselbe: Alles wurde nach Namen und Reihenfolge zugeordnet.</translation>
  </message>
  <message>
   <source>The other study has no such timeline.</source>
   <translation>Die andere Studie hat keine solche Zeitleiste.</translation>
  </message>
  <message>
   <source>The section shows what changed elsewhere in the study</source>
   <translation>Der Abschnitt zeigt, was sich anderswo in der Studie geändert hat</translation>
  </message>
  <message>
   <source>The section's text changed</source>
   <translation>Der Text des Abschnitts hat sich geändert</translation>
  </message>
  <message>
   <source>The study that you choose is what was; the open one is what is.</source>
   <translation>Die gewählte Studie ist der frühere Stand, die geöffnete der jetzige.</translation>
  </message>
  <message>
   <source>Timed otherwise, at the same planned time</source>
   <translation>Anders terminiert, zur selben geplanten Zeit</translation>
  </message>
  <message numerus="yes">
   <source>Timeline added, with %n visit(s)</source>
   <translation>
    <numerusform>Zeitleiste hinzugefügt, mit %n Visite</numerusform>
    <numerusform>Zeitleiste hinzugefügt, mit %n Visiten</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Timeline removed, with %n visit(s)</source>
   <translation>
    <numerusform>Zeitleiste entfernt, mit %n Visite</numerusform>
    <numerusform>Zeitleiste entfernt, mit %n Visiten</numerusform>
   </translation>
  </message>
  <message>
   <source>Times and windows</source>
   <translation>Zeiten und Zeitfenster</translation>
  </message>
  <message numerus="yes">
   <source>Visit added, with %n activit(ies)</source>
   <translation>
    <numerusform>Visite hinzugefügt, mit %n Aktivität</numerusform>
    <numerusform>Visite hinzugefügt, mit %n Aktivitäten</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Visit removed, with %n activit(ies)</source>
   <translation>
    <numerusform>Visite entfernt, mit %n Aktivität</numerusform>
    <numerusform>Visite entfernt, mit %n Aktivitäten</numerusform>
   </translation>
  </message>
  <message>
   <source>Visits</source>
   <translation>Visiten</translation>
  </message>
  <message>
   <source>Visits, activities and all else were matched by their ids.</source>
   <translation>Visiten, Aktivitäten und alles Übrige wurden nach ihren IDs zugeordnet.</translation>
  </message>
  <message>
   <source>Was</source>
   <translation>War</translation>
  </message>
  <message>
   <source>Window was {was}, is {now}</source>
   <translation>Zeitfenster war {was}, ist {now}</translation>
  </message>
  <message>
   <source>Windows</source>
   <translation>Zeitfenster</translation>
  </message>
  <message>
   <source>added</source>
   <translation>hinzugefügt</translation>
  </message>
  <message>
   <source>changed</source>
   <translation>geändert</translation>
  </message>
  <message>
   <source>no</source>
   <translation>nein</translation>
  </message>
  <message>
   <source>no group</source>
   <translation>keine Gruppe</translation>
  </message>
  <message>
   <source>none</source>
   <translation>keine</translation>
  </message>
  <message>
   <source>not planned</source>
   <translation>nicht geplant</translation>
  </message>
  <message>
   <source>nothing</source>
   <translation>nichts</translation>
  </message>
  <message>
   <source>otherwise → {visit}</source>
   <translation>sonst → {visit}</translation>
  </message>
  <message>
   <source>planned</source>
   <translation>geplant</translation>
  </message>
  <message>
   <source>removed</source>
   <translation>entfernt</translation>
  </message>
  <message>
   <source>renamed, was “{was}”</source>
   <translation>umbenannt, war „{was}“</translation>
  </message>
  <message>
   <source>the beginning</source>
   <translation>der Anfang</translation>
  </message>
  <message>
   <source>the footnote also stands at {places}</source>
   <translation>die Fußnote steht auch an {places}</translation>
  </message>
  <message>
   <source>the same as at {visit}</source>
   <translation>dasselbe wie an {visit}</translation>
  </message>
  <message>
   <source>was {was}, is {now}</source>
   <translation>war {was}, ist {now}</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>ja</translation>
  </message>
  <message>
   <source>{activities} newly planned at {visits}</source>
   <translation>{activities} neu geplant an {visits}</translation>
  </message>
  <message>
   <source>{activities} no longer planned at {visits}</source>
   <translation>{activities} nicht mehr geplant an {visits}</translation>
  </message>
  <message>
   <source>{activity} at {visit}</source>
   <translation>{activity} an {visit}</translation>
  </message>
  <message>
   <source>{area} ({count})</source>
   <translation>{area} ({count})</translation>
  </message>
  <message>
   <source>{area} · {count}</source>
   <translation>{area} · {count}</translation>
  </message>
  <message>
   <source>{arm} in {epoch}</source>
   <translation>{arm} in {epoch}</translation>
  </message>
  <message>
   <source>{attribute}: was “{was}”, is “{now}”</source>
   <translation>{attribute}: war „{was}“, ist „{now}“</translation>
  </message>
  <message>
   <source>{first} to {last}</source>
   <translation>{first} bis {last}</translation>
  </message>
  <message>
   <source>{kind} added</source>
   <translation>{kind} hinzugefügt</translation>
  </message>
  <message>
   <source>{kind} removed</source>
   <translation>{kind} entfernt</translation>
  </message>
  <message>
   <source>{names} and {last}</source>
   <translation>{names} und {last}</translation>
  </message>
  <message>
   <source>{sentence}: was {was}, is {now}</source>
   <translation>{sentence}: war {was}, ist {now}</translation>
  </message>
  <message>
   <source>{title}: {sentence} ({kind}, {area})</source>
   <translation>{title}: {sentence} ({kind}, {area})</translation>
  </message>
  <message numerus="yes">
   <source>{visits} (%n visit(s))</source>
   <translation>
    <numerusform>{visits} (%n Visite)</numerusform>
    <numerusform>{visits} (%n Visiten)</numerusform>
   </translation>
  </message>
  <message>
   <source>{visits}, {names}, repeated</source>
   <translation>{visits}, {names}, wiederholt</translation>
  </message>
  <message>
   <source>{visits}, {names}, repeated until “{condition}”</source>
   <translation>{visits}, {names}, wiederholt bis „{condition}“</translation>
  </message>
  <message>
   <source>{visits}, {names}, repeated while “{condition}”</source>
   <translation>{visits}, {names}, wiederholt, solange „{condition}“</translation>
  </message>
  <message>
   <source>{visits}: {distance} earlier</source>
   <translation>{visits}: {distance} früher</translation>
  </message>
  <message>
   <source>{visits}: {distance} earlier, with what they are timed from</source>
   <translation>{visits}: {distance} früher, mit dem, woran sie zeitlich hängen</translation>
  </message>
  <message>
   <source>{visits}: {distance} later</source>
   <translation>{visits}: {distance} später</translation>
  </message>
  <message>
   <source>{visits}: {distance} later, with what they are timed from</source>
   <translation>{visits}: {distance} später, mit dem, woran sie zeitlich hängen</translation>
  </message>
 </context>
 <context>
  <name>conflicts</name>
  <message>
   <source>It builds on “{title}”, which waits to be decided.</source>
   <translation>Sie baut auf „{title}“ auf; darüber ist noch zu entscheiden.</translation>
  </message>
  <message>
   <source>It refers to “{name}”, which is not in the study.</source>
   <translation>Sie verweist auf „{name}“; das ist nicht in der Studie.</translation>
  </message>
  <message>
   <source>It refers to “{name}”, which was removed meanwhile.</source>
   <translation>Sie verweist auf „{name}“; das wurde inzwischen entfernt.</translation>
  </message>
  <message>
   <source>It was changed meanwhile, and this edit would take it away or change it.</source>
   <translation>Es wurde inzwischen geändert, und diese Änderung würde es entfernen oder ändern.</translation>
  </message>
  <message>
   <source>It was changed meanwhile.</source>
   <translation>Es wurde inzwischen geändert.</translation>
  </message>
  <message>
   <source>It was changed or is used anew meanwhile, and is to be removed.</source>
   <translation>Es soll entfernt werden, wurde aber inzwischen geändert oder neu verwendet.</translation>
  </message>
  <message>
   <source>It was moved elsewhere meanwhile.</source>
   <translation>Es wurde inzwischen anderswohin verschoben.</translation>
  </message>
  <message>
   <source>Its id is that of something else now.</source>
   <translation>Die ID gehört jetzt zu etwas anderem.</translation>
  </message>
  <message>
   <source>The whole list was changed meanwhile.</source>
   <translation>Die ganze Liste wurde inzwischen geändert.</translation>
  </message>
  <message>
   <source>What it changes was removed meanwhile.</source>
   <translation>Was sie ändert, wurde inzwischen entfernt.</translation>
  </message>
  <message>
   <source>What it was made on is not there: the study says something else.</source>
   <translation>Ihre Grundlage ist nicht da: Die Studie sagt etwas anderes.</translation>
  </message>
  <message>
   <source>{reason} By {author}: “{title}”.</source>
   <translation>{reason} Von {author}: „{title}“.</translation>
  </message>
  <message>
   <source>“{name}” is not in the study.</source>
   <translation>„{name}“ ist nicht in der Studie.</translation>
  </message>
 </context>
 <context>
  <name>connection</name>
  <message>
   <source>Revision {revision} of {title} has arrived. You are reading the one before.</source>
   <translation>Revision {revision} von {title} ist eingetroffen. Sie lesen die vorige.</translation>
  </message>
  <message>
   <source>Show it</source>
   <translation>Zeigen</translation>
  </message>
 </context>
 <context>
  <name>course</name>
  <message>
   <source>A correction cannot hold another correction or a timer.</source>
   <translation>Eine Korrektur kann weder eine andere Korrektur noch einen Timer enthalten.</translation>
  </message>
  <message>
   <source>A correction must name the event that it corrects.</source>
   <translation>Eine Korrektur muss das Ereignis nennen, das sie korrigiert.</translation>
  </message>
  <message>
   <source>A correction names no event that is recorded: correct what it names.</source>
   <translation>Eine Korrektur nennt kein erfasstes Ereignis: Korrigieren Sie, was sie nennt.</translation>
  </message>
  <message>
   <source>A correction needs a reason: say why.</source>
   <translation>Eine Korrektur braucht einen Grund: Geben Sie ihn an.</translation>
  </message>
  <message>
   <source>A text is too long to be recorded.</source>
   <translation>Ein Text ist zu lang, um erfasst zu werden.</translation>
  </message>
  <message>
   <source>A value that is no number cannot be recorded.</source>
   <translation>Ein Wert, der keine Zahl ist, lässt sich nicht erfassen.</translation>
  </message>
  <message>
   <source>An amendment changes the plan: it is applied by moving the participant to it.</source>
   <translation>Ein Amendment ändert den Plan: Es gilt, sobald der Teilnehmer darauf umgestellt wird.</translation>
  </message>
  <message>
   <source>Day {day} only</source>
   <translation>nur Tag {day}</translation>
  </message>
  <message>
   <source>Day {first} to {last}</source>
   <translation>Tag {first} bis {last}</translation>
  </message>
  <message>
   <source>It cannot have happened ({occurred}) after it was recorded ({recorded}): check the dates.</source>
   <translation>Es kann nicht nach der Erfassung ({recorded}) stattgefunden haben ({occurred}): Prüfen Sie die Daten.</translation>
  </message>
  <message>
   <source>It does not say to which date.</source>
   <translation>Das neue Datum ist nicht angegeben.</translation>
  </message>
  <message>
   <source>It does not say which activity.</source>
   <translation>Die Aktivität ist nicht angegeben.</translation>
  </message>
  <message>
   <source>Something is recorded in a side timeline that nobody has started: record its start.</source>
   <translation>In einer Nebenzeitleiste, die niemand begonnen hat, ist etwas erfasst: Erfassen Sie ihren Beginn.</translation>
  </message>
  <message>
   <source>Something is recorded, but no consent: record when consent was given.</source>
   <translation>Etwas ist erfasst, aber keine Einwilligung: Erfassen Sie, wann eingewilligt wurde.</translation>
  </message>
  <message>
   <source>Study Day {number}</source>
   <translation>Studientag {number}</translation>
  </message>
  <message>
   <source>The participant is on another plan: move them to this one first.</source>
   <translation>Der Teilnehmer folgt einem anderen Plan: Stellen Sie ihn zuerst auf diesen um.</translation>
  </message>
  <message>
   <source>The plan has no activity “{activity}”: check which one is meant.</source>
   <translation>Der Plan hat keine Aktivität „{activity}“: Prüfen Sie, welche gemeint ist.</translation>
  </message>
  <message>
   <source>The plan has no run “{run}”: check which one is meant.</source>
   <translation>Der Plan hat keinen Lauf „{run}“: Prüfen Sie, welcher gemeint ist.</translation>
  </message>
  <message>
   <source>The plan has no side timeline “{timeline}” that could start.</source>
   <translation>Der Plan hat keine Nebenzeitleiste „{timeline}“, die beginnen könnte.</translation>
  </message>
  <message>
   <source>There is no pass {number}: passes count from 1.</source>
   <translation>Es gibt keinen Durchlauf {number}: Durchläufe zählen ab 1.</translation>
  </message>
  <message>
   <source>This is recorded already: nothing was changed.</source>
   <translation>Dies ist bereits erfasst: Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>Unscheduled visit</source>
   <translation>Ungeplante Visite</translation>
  </message>
  <message>
   <source>What was not done needs a reason: say why.</source>
   <translation>Was nicht durchgeführt wurde, braucht einen Grund: Geben Sie ihn an.</translation>
  </message>
  <message>
   <source>from Day {day}</source>
   <translation>ab Tag {day}</translation>
  </message>
  <message>
   <source>from {date}</source>
   <translation>ab {date}</translation>
  </message>
  <message>
   <source>from {time}</source>
   <translation>ab {time}</translation>
  </message>
  <message>
   <source>no date</source>
   <translation>kein Datum</translation>
  </message>
  <message>
   <source>not stated</source>
   <translation>nicht angegeben</translation>
  </message>
  <message>
   <source>otherwise</source>
   <translation>sonst</translation>
  </message>
  <message>
   <source>the IRT</source>
   <translation>IRT</translation>
  </message>
  <message>
   <source>the committee</source>
   <translation>Komitee</translation>
  </message>
  <message>
   <source>the investigator</source>
   <translation>Prüfarzt</translation>
  </message>
  <message>
   <source>the site coordinator</source>
   <translation>Koordination des Prüfzentrums</translation>
  </message>
  <message>
   <source>until Day {day}</source>
   <translation>bis Tag {day}</translation>
  </message>
  <message>
   <source>until {date}</source>
   <translation>bis {date}</translation>
  </message>
  <message>
   <source>until {time}</source>
   <translation>bis {time}</translation>
  </message>
  <message>
   <source>{activity} on {date}</source>
   <translation>{activity} am {date}</translation>
  </message>
  <message numerus="yes">
   <source>{activity} on {date} (%n day(s) after)</source>
   <translation>
    <numerusform>{activity} am {date} (%n Tag danach)</numerusform>
    <numerusform>{activity} am {date} (%n Tage danach)</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{activity} on {date} (%n day(s) before)</source>
   <translation>
    <numerusform>{activity} am {date} (%n Tag davor)</numerusform>
    <numerusform>{activity} am {date} (%n Tage davor)</numerusform>
   </translation>
  </message>
  <message>
   <source>{activity} on {date} at {time} ({duration} after)</source>
   <translation>{activity} am {date}, {time} ({duration} danach)</translation>
  </message>
  <message>
   <source>{activity} on {date} at {time} ({duration} before)</source>
   <translation>{activity} am {date}, {time} ({duration} davor)</translation>
  </message>
  <message>
   <source>{change}; booked for {booked}, outside its window now: book it anew</source>
   <translation>{change}; Termin am {booked} liegt jetzt außerhalb des Zeitfensters: neu vereinbaren</translation>
  </message>
  <message>
   <source>{date} ({window})</source>
   <translation>{date} ({window})</translation>
  </message>
  <message>
   <source>{date} at {time}</source>
   <translation>{date}, {time}</translation>
  </message>
  <message>
   <source>{decision}: a new decision, asked of {role}</source>
   <translation>{decision}: neue Entscheidung, gefragt: {role}</translation>
  </message>
  <message>
   <source>{decision}: a new way, “{way}”, leads to the end</source>
   <translation>{decision}: neuer Weg „{way}“, führt zum Ende</translation>
  </message>
  <message>
   <source>{decision}: a new way, “{way}”, leads to {visit}</source>
   <translation>{decision}: neuer Weg „{way}“, führt zu {visit}</translation>
  </message>
  <message>
   <source>{decision}: a rule decides on “{way}” now, {former} did</source>
   <translation>{decision}: über „{way}“ entscheidet jetzt eine Regel, vorher: {former}</translation>
  </message>
  <message>
   <source>{decision}: another rule decides on “{way}” now</source>
   <translation>{decision}: über „{way}“ entscheidet jetzt eine andere Regel</translation>
  </message>
  <message>
   <source>{decision}: asked of {role} now, was asked of {former}</source>
   <translation>{decision}: gefragt jetzt: {role}, vorher: {former}</translation>
  </message>
  <message>
   <source>{decision}: is decided no more</source>
   <translation>{decision}: wird nicht mehr entschieden</translation>
  </message>
  <message>
   <source>{decision}: no rule decides on “{way}” any more, {role} is asked</source>
   <translation>{decision}: über „{way}“ entscheidet keine Regel mehr, gefragt: {role}</translation>
  </message>
  <message>
   <source>{decision}: the way “{way}”, to the end, is there no more</source>
   <translation>{decision}: der Weg „{way}“ zum Ende ist entfallen</translation>
  </message>
  <message>
   <source>{decision}: the way “{way}”, to {former_visit}, is there no more</source>
   <translation>{decision}: der Weg „{way}“ zu {former_visit} ist entfallen</translation>
  </message>
  <message>
   <source>{decision}: “{way}” leads to the end now, not to {former_visit}</source>
   <translation>{decision}: „{way}“ führt jetzt zum Ende, nicht zu {former_visit}</translation>
  </message>
  <message>
   <source>{decision}: “{way}” leads to {visit} now, not to the end</source>
   <translation>{decision}: „{way}“ führt jetzt zu {visit}, nicht zum Ende</translation>
  </message>
  <message>
   <source>{decision}: “{way}” leads to {visit} now, not to {former_visit}</source>
   <translation>{decision}: „{way}“ führt jetzt zu {visit}, nicht zu {former_visit}</translation>
  </message>
  <message>
   <source>{decision}: “{way}” now, was “{former_way}”</source>
   <translation>{decision}: jetzt „{way}“, war „{former_way}“</translation>
  </message>
  <message>
   <source>{first} to {last}</source>
   <translation>{first} bis {last}</translation>
  </message>
  <message>
   <source>{timeline} has no decision “{visit}”: check which one is meant.</source>
   <translation>{timeline} hat keine Entscheidung „{visit}“: Prüfen Sie, welche gemeint ist.</translation>
  </message>
  <message>
   <source>{timeline} has no visit “{visit}”: check which one is meant.</source>
   <translation>{timeline} hat keine Visite „{visit}“: Prüfen Sie, welche gemeint ist.</translation>
  </message>
  <message>
   <source>{timeline} is recorded as started more than once under one name ({dates}): the first counts. Correct the others, or give each a name of its own.</source>
   <translation>{timeline} ist unter einem Namen mehrmals als begonnen erfasst ({dates}): Der erste Beginn zählt. Korrigieren Sie die übrigen, oder geben Sie jedem einen eigenen Namen.</translation>
  </message>
  <message>
   <source>{timeline} was started more often than the study says ({dates}): strike out what was no start.</source>
   <translation>{timeline} wurde öfter begonnen, als die Studie vorsieht ({dates}): Streichen Sie, was kein Beginn war.</translation>
  </message>
  <message>
   <source>{visit} (pass {number})</source>
   <translation>{visit} (Durchlauf {number})</translation>
  </message>
  <message>
   <source>{visit} done on {day} without: {activities}</source>
   <translation>{visit} durchgeführt ({day}) ohne: {activities}</translation>
  </message>
  <message numerus="yes">
   <source>{visit} done on {day}, %n day(s) after its window, {window}</source>
   <translation>
    <numerusform>{visit} durchgeführt ({day}), %n Tag nach ihrem Zeitfenster, {window}</numerusform>
    <numerusform>{visit} durchgeführt ({day}), %n Tage nach ihrem Zeitfenster, {window}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{visit} done on {day}, %n day(s) before its window, {window}</source>
   <translation>
    <numerusform>{visit} durchgeführt ({day}), %n Tag vor ihrem Zeitfenster, {window}</numerusform>
    <numerusform>{visit} durchgeführt ({day}), %n Tage vor ihrem Zeitfenster, {window}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{visit} done on {day}, %n minute(s) after its window, {window}</source>
   <translation>
    <numerusform>{visit} durchgeführt ({day}), %n Minute nach ihrem Zeitfenster, {window}</numerusform>
    <numerusform>{visit} durchgeführt ({day}), %n Minuten nach ihrem Zeitfenster, {window}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{visit} done on {day}, %n minute(s) before its window, {window}</source>
   <translation>
    <numerusform>{visit} durchgeführt ({day}), %n Minute vor ihrem Zeitfenster, {window}</numerusform>
    <numerusform>{visit} durchgeführt ({day}), %n Minuten vor ihrem Zeitfenster, {window}</numerusform>
   </translation>
  </message>
  <message>
   <source>{visit} done on {day}, after consent was withdrawn earlier that day</source>
   <translation>{visit} durchgeführt ({day}), nach dem Widerruf der Einwilligung am selben Tag</translation>
  </message>
  <message>
   <source>{visit} done on {day}, after consent was withdrawn on {date}</source>
   <translation>{visit} durchgeführt ({day}), nach Widerruf der Einwilligung am {date}</translation>
  </message>
  <message>
   <source>{visit} done on {day}, before consent on {date}</source>
   <translation>{visit} durchgeführt ({day}), vor der Einwilligung am {date}</translation>
  </message>
  <message>
   <source>{visit} done on {day}, before consent was given later that day</source>
   <translation>{visit} durchgeführt ({day}), vor der Einwilligung am selben Tag</translation>
  </message>
  <message>
   <source>{visit} done on {day}, though the participant's path does not lead to it</source>
   <translation>{visit} durchgeführt ({day}), obwohl der Weg des Teilnehmers nicht dorthin führt</translation>
  </message>
  <message>
   <source>{visit} done on {day}, though “{condition}” did not hold</source>
   <translation>{visit} durchgeführt ({day}), obwohl „{condition}“ nicht zutraf</translation>
  </message>
  <message>
   <source>{visit} done on {day}, {duration} after its window, {window}</source>
   <translation>{visit} durchgeführt ({day}), {duration} nach ihrem Zeitfenster, {window}</translation>
  </message>
  <message>
   <source>{visit} done on {day}, {duration} before its window, {window}</source>
   <translation>{visit} durchgeführt ({day}), {duration} vor ihrem Zeitfenster, {window}</translation>
  </message>
  <message>
   <source>{visit} is answered in different ways: the answer recorded last counts. Correct one.</source>
   <translation>{visit} ist verschieden beantwortet: Die zuletzt erfasste Antwort zählt. Korrigieren Sie eine.</translation>
  </message>
  <message>
   <source>{visit} is recorded as done more than once ({dates}): the first counts. Correct the others, or record them as unscheduled visits.</source>
   <translation>{visit} ist mehrmals als durchgeführt erfasst ({dates}): Die erste zählt. Korrigieren Sie die anderen, oder erfassen Sie sie als ungeplante Visiten.</translation>
  </message>
  <message>
   <source>{visit} is recorded as done on {date}, after the participant failed screening: correct one, or record that screening began again.</source>
   <translation>{visit} ist als durchgeführt am {date} erfasst, nach dem Screening-Failure des Teilnehmers: Korrigieren Sie eines davon, oder erfassen Sie, dass das Screening neu begann.</translation>
  </message>
  <message>
   <source>{visit} is recorded as done on {date}, after the participant was lost to follow-up: correct one.</source>
   <translation>{visit} ist als durchgeführt am {date} erfasst, nachdem der Teilnehmer Lost to Follow-up war: Korrigieren Sie eines davon.</translation>
  </message>
  <message>
   <source>{visit} is recorded as done on {date}, after the participant's death: correct one.</source>
   <translation>{visit} ist als durchgeführt am {date} erfasst, nach dem Tod des Teilnehmers: Korrigieren Sie eines davon.</translation>
  </message>
  <message>
   <source>{visit} is recorded as done on {date}, after the schedule was ended early on {end}: correct one, or record it as an unscheduled visit.</source>
   <translation>{visit} ist als durchgeführt am {date} erfasst, nachdem der Ablauf am {end} vorzeitig beendet wurde: Korrigieren Sie eines davon, oder erfassen Sie die Visite als ungeplante Visite.</translation>
  </message>
  <message>
   <source>{visit} is recorded both as done and as not done: it counts as done. Correct one.</source>
   <translation>{visit} ist als durchgeführt und als nicht durchgeführt erfasst: Sie zählt als durchgeführt. Korrigieren Sie eines davon.</translation>
  </message>
  <message>
   <source>{visit} was not done ({reason})</source>
   <translation>{visit} nicht durchgeführt ({reason})</translation>
  </message>
  <message>
   <source>{visit} was not done ({reason}), planned for {planned}</source>
   <translation>{visit} nicht durchgeführt ({reason}), geplant für {planned}</translation>
  </message>
  <message>
   <source>{visit} was not done ({reason}), planned for {planned}: {activities}</source>
   <translation>{visit} nicht durchgeführt ({reason}), geplant für {planned}: {activities}</translation>
  </message>
  <message>
   <source>{visit} was not done ({reason}): {activities}</source>
   <translation>{visit} nicht durchgeführt ({reason}): {activities}</translation>
  </message>
  <message numerus="yes">
   <source>{visit}: %n day(s) earlier, {date} instead of {former}</source>
   <translation>
    <numerusform>{visit}: %n Tag früher, {date} statt {former}</numerusform>
    <numerusform>{visit}: %n Tage früher, {date} statt {former}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{visit}: %n day(s) later, {date} instead of {former}</source>
   <translation>
    <numerusform>{visit}: %n Tag später, {date} statt {former}</numerusform>
    <numerusform>{visit}: %n Tage später, {date} statt {former}</numerusform>
   </translation>
  </message>
  <message>
   <source>{visit}: added, but would have been on {date}, before the amendment came into force: not required</source>
   <translation>{visit}: hinzugekommen, wäre aber am {date} gewesen, vor Inkrafttreten des Amendments: nicht erforderlich</translation>
  </message>
  <message>
   <source>{visit}: added, {date}</source>
   <translation>{visit}: hinzugekommen, {date}</translation>
  </message>
  <message>
   <source>{visit}: already done on {date}, stays as it is</source>
   <translation>{visit}: schon am {date} durchgeführt, bleibt wie sie ist</translation>
  </message>
  <message>
   <source>{visit}: declared not done, stays as it is</source>
   <translation>{visit}: als nicht durchgeführt angegeben, bleibt wie sie ist</translation>
  </message>
  <message>
   <source>{visit}: dropped, was planned for {date}</source>
   <translation>{visit}: entfallen, war für {date} geplant</translation>
  </message>
  <message>
   <source>{visit}: dropped, was planned for {date}; cancel the appointment on {booked}</source>
   <translation>{visit}: entfallen, war für {date} geplant; sagen Sie den Termin am {booked} ab</translation>
  </message>
  <message>
   <source>{visit}: more to do: {added}</source>
   <translation>{visit}: zusätzlich zu tun: {added}</translation>
  </message>
  <message>
   <source>{visit}: more to do: {added}; no longer: {dropped}</source>
   <translation>{visit}: zusätzlich zu tun: {added}; nicht mehr: {dropped}</translation>
  </message>
  <message>
   <source>{visit}: no longer to do: {dropped}</source>
   <translation>{visit}: nicht mehr zu tun: {dropped}</translation>
  </message>
  <message>
   <source>{visit}: still {date}; its window is {window} now, was {former}</source>
   <translation>{visit}: weiterhin {date}; das Zeitfenster ist jetzt {window}, war {former}</translation>
  </message>
  <message>
   <source>{visit}: {activities}, after consent was withdrawn on {date}</source>
   <translation>{visit}: {activities}, nach Widerruf der Einwilligung am {date}</translation>
  </message>
  <message>
   <source>{visit}: {activities}, after the intervention was stopped on {date}</source>
   <translation>{visit}: {activities}, nachdem die Intervention am {date} abgebrochen wurde</translation>
  </message>
  <message>
   <source>{visit}: {activities}, before consent on {date}</source>
   <translation>{visit}: {activities}, vor der Einwilligung am {date}</translation>
  </message>
  <message>
   <source>{visit}: {activities}, outside its window, {window}</source>
   <translation>{visit}: {activities}, außerhalb des Zeitfensters, {window}</translation>
  </message>
  <message>
   <source>{visit}: {date} instead of {former}</source>
   <translation>{visit}: {date} statt {former}</translation>
  </message>
  <message>
   <source>“{answer}” is no answer to “{decision}”: take one of its ways.</source>
   <translation>„{answer}“ ist keine Antwort auf „{decision}“: Wählen Sie einen ihrer Wege.</translation>
  </message>
  <message>
   <source>“{run}” is no name for a run of {timeline}.</source>
   <translation>„{run}“ ist kein Name für einen Lauf von {timeline}.</translation>
  </message>
  <message>
   <source>“{visit}” is a decision: answer it.</source>
   <translation>„{visit}“ ist eine Entscheidung: Beantworten Sie sie.</translation>
  </message>
  <message>
   <source>“{visit}” is no anchor: record the visit.</source>
   <translation>„{visit}“ ist kein Anker: Erfassen Sie die Visite.</translation>
  </message>
 </context>
 <context>
  <name>dates</name>
  <message numerus="yes">
   <source>%n day(s) after planned</source>
   <translation>
    <numerusform>%n Tag nach Plan</numerusform>
    <numerusform>%n Tage nach Plan</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n day(s) after the last planned day</source>
   <translation>
    <numerusform>%n Tag nach dem letzten geplanten Tag</numerusform>
    <numerusform>%n Tage nach dem letzten geplanten Tag</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n day(s) after the window</source>
   <translation>
    <numerusform>%n Tag nach dem Zeitfenster</numerusform>
    <numerusform>%n Tage nach dem Zeitfenster</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n day(s) before planned</source>
   <translation>
    <numerusform>%n Tag vor Plan</numerusform>
    <numerusform>%n Tage vor Plan</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n day(s) before the first planned day</source>
   <translation>
    <numerusform>%n Tag vor dem ersten geplanten Tag</numerusform>
    <numerusform>%n Tage vor dem ersten geplanten Tag</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n day(s) before the window</source>
   <translation>
    <numerusform>%n Tag vor dem Zeitfenster</numerusform>
    <numerusform>%n Tage vor dem Zeitfenster</numerusform>
   </translation>
  </message>
  <message>
   <source>A state or region with holidays of its own; where none is stated, those of all hold</source>
   <translation>Ein Land oder eine Region mit eigenen Feiertagen; ohne Angabe gelten die für alle</translation>
  </message>
  <message>
   <source>Anchor</source>
   <translation>Anker</translation>
  </message>
  <message>
   <source>Any day from {first} to {last}, both inclusive</source>
   <translation>Jeder Tag von {first} bis {last}, beide eingeschlossen</translation>
  </message>
  <message>
   <source>Calendar</source>
   <translation>Kalender</translation>
  </message>
  <message>
   <source>Calendar (Alt+Down)</source>
   <translation>Kalender (Alt+Ab)</translation>
  </message>
  <message>
   <source>Clear</source>
   <translation>Löschen</translation>
  </message>
  <message>
   <source>Clear all dates of this study</source>
   <translation>Alle Termine dieser Studie löschen</translation>
  </message>
  <message>
   <source>Clock time of {anchor}</source>
   <translation>Uhrzeit von {anchor}</translation>
  </message>
  <message>
   <source>Country</source>
   <translation>Land</translation>
  </message>
  <message>
   <source>Country of the site</source>
   <translation>Land des Prüfzentrums</translation>
  </message>
  <message>
   <source>Date of {anchor}</source>
   <translation>Datum von {anchor}</translation>
  </message>
  <message>
   <source>Dates</source>
   <translation>Termine</translation>
  </message>
  <message>
   <source>Dates are kept on this computer, beside the study and never in it. They are no participant record.</source>
   <translation>Termine werden auf diesem Computer neben der Studie aufbewahrt, nie in ihr. Sie sind keine Teilnehmerdaten.</translation>
  </message>
  <message>
   <source>Dates that a newer version of Maestro kept here cannot be shown. They stay until you type a date.</source>
   <translation>Termine, die eine neuere Version von Maestro hier gespeichert hat, können nicht gezeigt werden. Sie bleiben, bis Sie ein Datum eingeben.</translation>
  </message>
  <message>
   <source>Forecast: {dates}</source>
   <translation>Prognose: {dates}</translation>
  </message>
  <message>
   <source>Its date lies outside the calendar.</source>
   <translation>Das Datum liegt außerhalb des Kalenders.</translation>
  </message>
  <message numerus="yes">
   <source>Its window has %n working day(s).</source>
   <translation>
    <numerusform>Das Zeitfenster hat %n Arbeitstag.</numerusform>
    <numerusform>Das Zeitfenster hat %n Arbeitstage.</numerusform>
   </translation>
  </message>
  <message>
   <source>Its window has no working day.</source>
   <translation>Das Zeitfenster hat keinen Arbeitstag.</translation>
  </message>
  <message>
   <source>Not yet: its date is a forecast, and so are all dates that count from it</source>
   <translation>Noch nicht: Das Datum ist eine Prognose, und ebenso alle Termine, die davon abhängen</translation>
  </message>
  <message>
   <source>Nothing moves: no open visit is timed from what took place on another day.</source>
   <translation>Nichts verschiebt sich: Keine offene Visite hängt an etwas, das an einem anderen Tag stattfand.</translation>
  </message>
  <message>
   <source>Part of the country</source>
   <translation>Landesteil</translation>
  </message>
  <message>
   <source>Redo (Ctrl+Shift+Z)</source>
   <translation>Wiederherstellen (Strg+Umschalt+Z)</translation>
  </message>
  <message>
   <source>Select a visit and say in the inspector when it took place.</source>
   <translation>Eine Visite auswählen und im Inspektor angeben, wann sie stattfand.</translation>
  </message>
  <message>
   <source>Site</source>
   <translation>Prüfzentrum</translation>
  </message>
  <message>
   <source>Take away the date of {visit}</source>
   <translation>Datum von {visit} entfernen</translation>
  </message>
  <message>
   <source>The clock time on that day, for what is planned in hours and minutes; may stay empty</source>
   <translation>Die Uhrzeit an diesem Tag, für in Stunden und Minuten Geplantes; darf leer bleiben</translation>
  </message>
  <message>
   <source>The site's country, for its weekend and holidays</source>
   <translation>Das Land des Prüfzentrums, für Wochenenden und Feiertage</translation>
  </message>
  <message>
   <source>The site's time zone; where none is stated, clock times are UTC</source>
   <translation>Die Zeitzone des Prüfzentrums; ohne Angabe sind Uhrzeiten UTC</translation>
  </message>
  <message>
   <source>The window of {day} changes, {why}</source>
   <translation>Das Zeitfenster von {day} ändert sich, {why}</translation>
  </message>
  <message>
   <source>This is no date. Type it like {date}, or pick it from the calendar.</source>
   <translation>Das ist kein Datum. Eingabe wie {date}, oder im Kalender wählen.</translation>
  </message>
  <message>
   <source>This timeline has no anchor that a date could be given to.</source>
   <translation>Diese Zeitleiste hat keinen Anker, dem ein Datum gegeben werden könnte.</translation>
  </message>
  <message>
   <source>Time zone</source>
   <translation>Zeitzone</translation>
  </message>
  <message>
   <source>Time zone of the site</source>
   <translation>Zeitzone des Prüfzentrums</translation>
  </message>
  <message>
   <source>Took place · {number}</source>
   <translation>Stattgefunden · {number}</translation>
  </message>
  <message>
   <source>Undo (Ctrl+Z)</source>
   <translation>Rückgängig (Strg+Z)</translation>
  </message>
  <message>
   <source>Visits that are timed from one that was early or late are listed here.</source>
   <translation>Visiten, die zeitlich an einer früheren oder späteren hängen, werden hier aufgelistet.</translation>
  </message>
  <message>
   <source>What moves · {number}</source>
   <translation>Was sich verschiebt · {number}</translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>und %n weitere</numerusform>
    <numerusform>und %n weitere</numerusform>
   </translation>
  </message>
  <message>
   <source>because it is timed from {visit}</source>
   <translation>weil sie an {visit} hängt</translation>
  </message>
  <message>
   <source>because its own date changed</source>
   <translation>weil ihr eigenes Datum sich geändert hat</translation>
  </message>
  <message>
   <source>done {date}</source>
   <translation>erfolgt {date}</translation>
  </message>
  <message>
   <source>from {date}</source>
   <translation>ab {date}</translation>
  </message>
  <message>
   <source>has happened</source>
   <translation>hat stattgefunden</translation>
  </message>
  <message>
   <source>like {date}</source>
   <translation>wie {date}</translation>
  </message>
  <message>
   <source>on the planned day</source>
   <translation>am geplanten Tag</translation>
  </message>
  <message>
   <source>stays on {dates}</source>
   <translation>bleibt am {dates}</translation>
  </message>
  <message>
   <source>time</source>
   <translation>Uhrzeit</translation>
  </message>
  <message>
   <source>until {date}</source>
   <translation>bis {date}</translation>
  </message>
  <message>
   <source>within the planned days</source>
   <translation>innerhalb der geplanten Tage</translation>
  </message>
  <message>
   <source>{anchor} ({day})</source>
   <translation>{anchor} ({day})</translation>
  </message>
  <message>
   <source>{anchor} has happened</source>
   <translation>{anchor} hat stattgefunden</translation>
  </message>
  <message>
   <source>{anchor} has no date yet.</source>
   <translation>{anchor} hat noch kein Datum.</translation>
  </message>
  <message>
   <source>{anchor} · {weekday}</source>
   <translation>{anchor} · {weekday}</translation>
  </message>
  <message>
   <source>{date} ({holiday})</source>
   <translation>{date} ({holiday})</translation>
  </message>
  <message>
   <source>{date} at {time}</source>
   <translation>{date} um {time}</translation>
  </message>
  <message>
   <source>{date} is a holiday: {holiday}.</source>
   <translation>{date} ist ein Feiertag: {holiday}.</translation>
  </message>
  <message>
   <source>{date} is on the weekend.</source>
   <translation>{date} liegt am Wochenende.</translation>
  </message>
  <message>
   <source>{date} only</source>
   <translation>nur {date}</translation>
  </message>
  <message>
   <source>{date}, forecast</source>
   <translation>{date}, Prognose</translation>
  </message>
  <message>
   <source>{date}, took place</source>
   <translation>{date}, stattgefunden</translation>
  </message>
  <message>
   <source>{date}, {difference}</source>
   <translation>{date}, {difference}</translation>
  </message>
  <message>
   <source>{date}, {time}</source>
   <translation>{date}, {time}</translation>
  </message>
  <message>
   <source>{date}, {window}</source>
   <translation>{date}, {window}</translation>
  </message>
  <message>
   <source>{date}, {window} inclusive</source>
   <translation>{date}, {window}, einschließlich</translation>
  </message>
  <message>
   <source>{date}, {window}, forecast</source>
   <translation>{date}, {window}, Prognose</translation>
  </message>
  <message>
   <source>{day} {window}</source>
   <translation>{day} {window}</translation>
  </message>
  <message>
   <source>{difference}, within the window</source>
   <translation>{difference}, innerhalb des Zeitfensters</translation>
  </message>
  <message>
   <source>{difference}, {beyond}</source>
   <translation>{difference}, {beyond}</translation>
  </message>
  <message>
   <source>{difference}; window not stated</source>
   <translation>{difference}; Zeitfenster nicht angegeben</translation>
  </message>
  <message>
   <source>{first} to {last}</source>
   <translation>{first} bis {last}</translation>
  </message>
  <message>
   <source>{old} → {new}, {why}</source>
   <translation>{old} → {new}, {why}</translation>
  </message>
  <message>
   <source>{span}, until {visit} has taken place</source>
   <translation>{span}, bis {visit} stattgefunden hat</translation>
  </message>
  <message>
   <source>{visit}: the window of {day} changes, {why}</source>
   <translation>{visit}: Das Zeitfenster von {day} ändert sich, {why}</translation>
  </message>
  <message>
   <source>{visit}: {old} → {new}, {why}</source>
   <translation>{visit}: {old} → {new}, {why}</translation>
  </message>
  <message>
   <source>~ {date}</source>
   <translation>~ {date}</translation>
  </message>
 </context>
 <context>
  <name>diagnostics</name>
  <message>
   <source>Diagnostics</source>
   <translation>Diagnose</translation>
  </message>
  <message>
   <source>Diagnostics…</source>
   <translation>Diagnose …</translation>
  </message>
  <message>
   <source>Files in the bundle</source>
   <translation>Dateien im Paket</translation>
  </message>
  <message>
   <source>Maestro did not close as it should after it was started on {when}. What is kept on this computer is whole: it is written so that a sudden end cannot harm it.</source>
   <translation>Maestro wurde nach dem Start am {when} nicht ordnungsgemäß beendet. Was auf diesem Computer aufbewahrt wird, ist unversehrt: Es wird so geschrieben, dass ein plötzliches Ende nicht schadet.</translation>
  </message>
  <message>
   <source>Maestro did not close as it should the last time. What is kept on this computer is whole: it is written so that a sudden end cannot harm it.</source>
   <translation>Maestro wurde beim letzten Mal nicht ordnungsgemäß beendet. Was auf diesem Computer aufbewahrt wird, ist unversehrt: Es wird so geschrieben, dass ein plötzliches Ende nicht schadet.</translation>
  </message>
  <message>
   <source>Save the diagnostics</source>
   <translation>Diagnose speichern</translation>
  </message>
  <message>
   <source>The diagnostics</source>
   <translation>Die Diagnose</translation>
  </message>
  <message>
   <source>This helps those who look after Maestro to find out what went wrong. It holds no study, no participant and no password. Read it first; nothing is sent anywhere.</source>
   <translation>Dies hilft denen, die Maestro betreuen, einen Fehler zu finden. Es enthält keine Studie, keine Teilnehmer und kein Passwort. Lesen Sie es zuerst; nichts wird irgendwohin gesendet.</translation>
  </message>
  <message>
   <source>What the file says</source>
   <translation>Inhalt der Datei</translation>
  </message>
  <message>
   <source>ZIP files (*.zip)</source>
   <translation>ZIP-Dateien (*.zip)</translation>
  </message>
 </context>
 <context>
  <name>dialogs</name>
  <message numerus="yes">
   <source>%n visit(s)</source>
   <translation>
    <numerusform>%n Visite</numerusform>
    <numerusform>%n Visiten</numerusform>
   </translation>
  </message>
  <message>
   <source>1 week, or 7 d</source>
   <translation>1 Woche oder 7 d</translation>
  </message>
  <message>
   <source>21 d; may stay empty</source>
   <translation>21 d; darf leer bleiben</translation>
  </message>
  <message>
   <source>4 weeks, or 28 d</source>
   <translation>4 Wochen oder 28 d</translation>
  </message>
  <message>
   <source>4 weeks; empty for no time yet</source>
   <translation>4 Wochen; leer für noch keine Zeit</translation>
  </message>
  <message>
   <source>52 weeks, counted from the anchor</source>
   <translation>52 Wochen, gezählt ab dem Anker</translation>
  </message>
  <message>
   <source>A further way out of {decision}.</source>
   <translation>Ein weiterer Weg aus {decision}.</translation>
  </message>
  <message>
   <source>A name is missing: type one.</source>
   <translation>Ein Name fehlt: Geben Sie einen ein.</translation>
  </message>
  <message>
   <source>A new timeline</source>
   <translation>Eine neue Zeitleiste</translation>
  </message>
  <message>
   <source>A timeline of its own for those who leave early, with one visit like the one that you choose.</source>
   <translation>Eine eigene Zeitleiste für Teilnehmer, die vorzeitig ausscheiden, mit einer Visite wie der gewählten.</translation>
  </message>
  <message>
   <source>A window needs a time: type how long after which visit it is.</source>
   <translation>Ein Zeitfenster braucht eine Zeit: Geben Sie ein, wie lange nach welcher Visite sie ist.</translation>
  </message>
  <message>
   <source>Access token</source>
   <translation>Zugriffstoken</translation>
  </message>
  <message>
   <source>Add</source>
   <translation>Hinzufügen</translation>
  </message>
  <message>
   <source>Add a branch</source>
   <translation>Zweig hinzufügen</translation>
  </message>
  <message>
   <source>Add a decision</source>
   <translation>Entscheidung hinzufügen</translation>
  </message>
  <message>
   <source>Add a side timeline</source>
   <translation>Nebenzeitleiste hinzufügen</translation>
  </message>
  <message>
   <source>Add a visit after {visit}</source>
   <translation>Visite nach {visit} hinzufügen</translation>
  </message>
  <message>
   <source>Add a visit like {visit}</source>
   <translation>Visite wie {visit} hinzufügen</translation>
  </message>
  <message>
   <source>Add early termination</source>
   <translation>Vorzeitiges Ende hinzufügen</translation>
  </message>
  <message>
   <source>Add the first activity</source>
   <translation>Erste Aktivität hinzufügen</translation>
  </message>
  <message>
   <source>Add the first visit</source>
   <translation>Erste Visite hinzufügen</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>Adresse</translation>
  </message>
  <message>
   <source>After {visit}. Where no condition holds, the path goes on as it does now.</source>
   <translation>Nach {visit}. Wo keine Bedingung gilt, geht der Weg weiter wie jetzt.</translation>
  </message>
  <message>
   <source>Again</source>
   <translation>Noch einmal</translation>
  </message>
  <message>
   <source>All of it stands in the study already: there is nothing to decide.</source>
   <translation>Alles davon steht bereits in der Studie: Es gibt nichts zu entscheiden.</translation>
  </message>
  <message>
   <source>An adverse event occurs</source>
   <translation>Ein unerwünschtes Ereignis tritt ein</translation>
  </message>
  <message>
   <source>And {visit} itself</source>
   <translation>Auch {visit} selbst</translation>
  </message>
  <message>
   <source>Apache License 2.0. Inter typeface: SIL Open Font License. Icons: Lucide, ISC License. Qt and PySide6: GNU LGPL 3. The other parts are listed in the documentation, each with its licence.</source>
   <translation>Apache License 2.0. Schrift Inter: SIL Open Font License. Symbole: Lucide, ISC License. Qt und PySide6: GNU LGPL 3. Die übrigen Bestandteile stehen mit ihren Lizenzen in der Dokumentation.</translation>
  </message>
  <message>
   <source>As given by who runs the backend; empty keeps the one there is</source>
   <translation>Wie vom Betreiber des Backends erhalten; leer behält das vorhandene</translation>
  </message>
  <message>
   <source>As it is now: {value}</source>
   <translation>Wie es jetzt ist: {value}</translation>
  </message>
  <message>
   <source>At an address</source>
   <translation>Unter einer Adresse</translation>
  </message>
  <message>
   <source>Backend</source>
   <translation>Backend</translation>
  </message>
  <message>
   <source>Before: {value}</source>
   <translation>Vorher: {value}</translation>
  </message>
  <message>
   <source>Begins with</source>
   <translation>Beginnt mit</translation>
  </message>
  <message>
   <source>Bold</source>
   <translation>Fett</translation>
  </message>
  <message>
   <source>By</source>
   <translation>Um</translation>
  </message>
  <message>
   <source>Certificate file of your site, if it has one of its own</source>
   <translation>Zertifikatsdatei Ihres Prüfzentrums, wenn es eine eigene hat</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>Ändern</translation>
  </message>
  <message>
   <source>Choose where the branch leads, or leave its condition empty.</source>
   <translation>Wählen Sie, wohin der Zweig führt, oder lassen Sie die Bedingung leer.</translation>
  </message>
  <message>
   <source>Counted from</source>
   <translation>Gezählt ab</translation>
  </message>
  <message>
   <source>Day 1</source>
   <translation>Tag 1</translation>
  </message>
  <message>
   <source>Decide</source>
   <translation>Entscheiden</translation>
  </message>
  <message numerus="yes">
   <source>Decide about %n edit(s)</source>
   <translation>
    <numerusform>Über %n Änderung entscheiden</numerusform>
    <numerusform>Über %n Änderungen entscheiden</numerusform>
   </translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>Löschen</translation>
  </message>
  <message>
   <source>Delete all activities in it as well</source>
   <translation>Auch alle Aktivitäten darin löschen</translation>
  </message>
  <message>
   <source>Delete {name}</source>
   <translation>{name} löschen</translation>
  </message>
  <message>
   <source>Delete {visits}</source>
   <translation>{visits} löschen</translation>
  </message>
  <message>
   <source>Direction</source>
   <translation>Richtung</translation>
  </message>
  <message>
   <source>Earlier</source>
   <translation>Früher</translation>
  </message>
  <message>
   <source>Early termination</source>
   <translation>Vorzeitiges Ende</translation>
  </message>
  <message>
   <source>Edits to decide about</source>
   <translation>Zu entscheidende Änderungen</translation>
  </message>
  <message>
   <source>Else on to</source>
   <translation>Sonst weiter zu</translation>
  </message>
  <message>
   <source>Epoch</source>
   <translation>Epoche</translation>
  </message>
  <message>
   <source>Every</source>
   <translation>Alle</translation>
  </message>
  <message>
   <source>From</source>
   <translation>Von</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>Fortführen</translation>
  </message>
  <message>
   <source>Go there without a proxy</source>
   <translation>Ohne Proxy verbinden</translation>
  </message>
  <message>
   <source>Goes from the list of activities</source>
   <translation>Verschwindet aus der Liste der Aktivitäten</translation>
  </message>
  <message>
   <source>How</source>
   <translation>Wie</translation>
  </message>
  <message>
   <source>How early and how late {visits} may be.</source>
   <translation>Wie früh und wie spät: {visits}.</translation>
  </message>
  <message>
   <source>How long after</source>
   <translation>Wie lange danach</translation>
  </message>
  <message>
   <source>How many times within one visit this is done.</source>
   <translation>Wie oft dies innerhalb einer Visite durchgeführt wird.</translation>
  </message>
  <message>
   <source>How often in the visit</source>
   <translation>Wie oft in der Visite</translation>
  </message>
  <message>
   <source>If</source>
   <translation>Wenn</translation>
  </message>
  <message>
   <source>It asks</source>
   <translation>Frage</translation>
  </message>
  <message>
   <source>It gets a row in the table; a click plans it at a visit.</source>
   <translation>Sie erhält eine Zeile in der Tabelle; ein Klick plant sie an einer Visite.</translation>
  </message>
  <message>
   <source>It gets an encounter and a timing of its own.</source>
   <translation>Sie erhält einen eigenen Encounter und einen eigenen Zeitbezug.</translation>
  </message>
  <message>
   <source>It opens the studies that are kept on this computer, where the system has no keyring to keep the key. Choose one and remember it: without it they must be fetched again. It is not stored.</source>
   <translation>Sie öffnet die auf diesem Computer aufbewahrten Studien, wenn das System keinen Schlüsselbund hat. Wählen Sie eine und merken Sie sie sich: Ohne sie müssen die Studien neu geholt werden. Sie wird nicht gespeichert.</translation>
  </message>
  <message>
   <source>It opens the studies that are kept on this computer, where the system has no keyring to keep the key. It is not stored.</source>
   <translation>Sie öffnet die auf diesem Computer aufbewahrten Studien, wenn das System keinen Schlüsselbund hat. Sie wird nicht gespeichert.</translation>
  </message>
  <message>
   <source>Italic</source>
   <translation>Kursiv</translation>
  </message>
  <message>
   <source>Its name</source>
   <translation>Ihr Name</translation>
  </message>
  <message>
   <source>Its steps are done each time that {name} is, such as the samples of a profile.</source>
   <translation>Ihre Schritte werden jedes Mal mit {name} durchgeführt, etwa die Proben eines Profils.</translation>
  </message>
  <message>
   <source>Its visit is like</source>
   <translation>Ihre Visite ist wie</translation>
  </message>
  <message>
   <source>Its visits move to</source>
   <translation>Ihre Visiten kommen in</translation>
  </message>
  <message>
   <source>Keep all of theirs</source>
   <translation>Alle der anderen behalten</translation>
  </message>
  <message>
   <source>Later</source>
   <translation>Später</translation>
  </message>
  <message>
   <source>Left out, as they can have no window: {names}.</source>
   <translation>Ausgelassen, da ohne mögliches Zeitfenster: {names}.</translation>
  </message>
  <message>
   <source>Like</source>
   <translation>Wie</translation>
  </message>
  <message>
   <source>Mine: {value}</source>
   <translation>Meine Änderung: {value}</translation>
  </message>
  <message>
   <source>Move</source>
   <translation>Verschieben</translation>
  </message>
  <message>
   <source>Move to an epoch</source>
   <translation>In eine Epoche verschieben</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Next cycle?; may stay empty</source>
   <translation>Nächster Zyklus?; darf leer bleiben</translation>
  </message>
  <message>
   <source>No branch yet</source>
   <translation>Noch kein Zweig</translation>
  </message>
  <message>
   <source>No other visit</source>
   <translation>Keine andere Visite</translation>
  </message>
  <message>
   <source>No timeline</source>
   <translation>Keine Zeitleiste</translation>
  </message>
  <message>
   <source>None</source>
   <translation>Keine</translation>
  </message>
  <message>
   <source>None: an empty one</source>
   <translation>Keine: eine leere</translation>
  </message>
  <message>
   <source>On this computer, started with Maestro</source>
   <translation>Auf diesem Computer, mit Maestro gestartet</translation>
  </message>
  <message>
   <source>One cycle takes</source>
   <translation>Ein Zyklus dauert</translation>
  </message>
  <message>
   <source>PK profile</source>
   <translation>PK-Profil</translation>
  </message>
  <message>
   <source>Passphrase</source>
   <translation>Passphrase</translation>
  </message>
  <message>
   <source>Passphrase again</source>
   <translation>Passphrase wiederholen</translation>
  </message>
  <message>
   <source>Proxy</source>
   <translation>Proxy</translation>
  </message>
  <message>
   <source>Put all of mine again</source>
   <translation>Alle meine wieder einsetzen</translation>
  </message>
  <message>
   <source>Put {visits} into an epoch.</source>
   <translation>{visits} in eine Epoche verschieben.</translation>
  </message>
  <message>
   <source>Reads, checks and follows the schedule of a clinical study.</source>
   <translation>Liest, prüft und verfolgt den Ablaufplan einer klinischen Studie.</translation>
  </message>
  <message>
   <source>Repeat</source>
   <translation>Wiederholen</translation>
  </message>
  <message>
   <source>Repeat visits</source>
   <translation>Visiten wiederholen</translation>
  </message>
  <message>
   <source>Repeat while</source>
   <translation>Wiederholen, solange</translation>
  </message>
  <message>
   <source>Responder?</source>
   <translation>Ansprechen?</translation>
  </message>
  <message>
   <source>Runs</source>
   <translation>Führt aus</translation>
  </message>
  <message>
   <source>Say what starts it, such as “An adverse event occurs”.</source>
   <translation>Geben Sie an, was sie auslöst, etwa „Ein unerwünschtes Ereignis tritt ein“.</translation>
  </message>
  <message>
   <source>Say what starts it, such as “Consent is withdrawn”.</source>
   <translation>Geben Sie an, was sie auslöst, etwa „Die Einwilligung wird widerrufen“.</translation>
  </message>
  <message>
   <source>Set</source>
   <translation>Setzen</translation>
  </message>
  <message>
   <source>Set window</source>
   <translation>Zeitfenster setzen</translation>
  </message>
  <message>
   <source>Shift</source>
   <translation>Verschieben</translation>
  </message>
  <message>
   <source>Shift what comes after {visit}</source>
   <translation>Verschieben, was nach {visit} kommt</translation>
  </message>
  <message>
   <source>Site certificate</source>
   <translation>Zertifikat des Prüfzentrums</translation>
  </message>
  <message>
   <source>Somebody else was quicker. Keep what stands there now, or put yours again; what you put again is a new step, which can be undone.</source>
   <translation>Jemand anderes war schneller. Behalten Sie, was jetzt dort steht, oder setzen Sie Ihre Änderung wieder ein; was Sie wieder einsetzen, ist ein neuer Schritt und lässt sich zurücknehmen.</translation>
  </message>
  <message>
   <source>Starts when</source>
   <translation>Beginnt, wenn</translation>
  </message>
  <message>
   <source>Stays in the list, planned nowhere</source>
   <translation>Bleibt in der Liste, nirgends geplant</translation>
  </message>
  <message>
   <source>Studies on this computer stay here whichever backend you choose. An access token is kept in the system's keyring, never in a file.</source>
   <translation>Studien auf diesem Computer bleiben hier, welches Backend Sie auch wählen. Ein Zugriffstoken liegt im Schlüsselbund des Systems, nie in einer Datei.</translation>
  </message>
  <message>
   <source>Subscript</source>
   <translation>Tiefgestellt</translation>
  </message>
  <message>
   <source>Superscript</source>
   <translation>Hochgestellt</translation>
  </message>
  <message>
   <source>Swap</source>
   <translation>Ersetzen</translation>
  </message>
  <message>
   <source>Swap for</source>
   <translation>Ersetzen durch</translation>
  </message>
  <message>
   <source>Swap {activity}</source>
   <translation>{activity} ersetzen</translation>
  </message>
  <message>
   <source>Text of the footnote</source>
   <translation>Text der Fußnote</translation>
  </message>
  <message>
   <source>The decision asks</source>
   <translation>Die Entscheidung fragt</translation>
  </message>
  <message>
   <source>The event or condition in words, and the visit with which it begins.</source>
   <translation>Das Ereignis oder die Bedingung in Worten und die Visite, mit der sie beginnt.</translation>
  </message>
  <message>
   <source>The participant leaves the study before its end</source>
   <translation>Der Teilnehmer verlässt die Studie vor ihrem Ende</translation>
  </message>
  <message>
   <source>The path leads past what goes; what was timed from it keeps its planned day. Undo brings it back.</source>
   <translation>Der Weg führt an dem vorbei, was entfällt; was zeitlich daran hing, behält seinen geplanten Tag. Rückgängig stellt es wieder her.</translation>
  </message>
  <message>
   <source>The system's; or http://proxy.example.org:8080</source>
   <translation>Der des Systems; oder http://proxy.example.org:8080</translation>
  </message>
  <message>
   <source>The timeline begins with it. When it is planned is said in the inspector.</source>
   <translation>Die Zeitleiste beginnt mit ihr. Wann sie geplant ist, wird im Inspektor angegeben.</translation>
  </message>
  <message>
   <source>The two are not the same</source>
   <translation>Die beiden sind nicht gleich</translation>
  </message>
  <message>
   <source>Then to</source>
   <translation>Dann zu</translation>
  </message>
  <message>
   <source>There is no other activity yet. Add one first.</source>
   <translation>Es gibt noch keine andere Aktivität. Fügen Sie zuerst eine hinzu.</translation>
  </message>
  <message>
   <source>There is no visit yet that it could be like. Add one first.</source>
   <translation>Es gibt noch keine Visite als Vorlage. Fügen Sie zuerst eine hinzu.</translation>
  </message>
  <message>
   <source>This is as it is now.</source>
   <translation>So ist es bereits.</translation>
  </message>
  <message>
   <source>Timeline inside {name}</source>
   <translation>Zeitleiste in {name}</translation>
  </message>
  <message>
   <source>Times</source>
   <translation>Anzahl</translation>
  </message>
  <message>
   <source>To</source>
   <translation>Bis</translation>
  </message>
  <message>
   <source>Try the connection</source>
   <translation>Verbindung testen</translation>
  </message>
  <message>
   <source>Trying the connection…</source>
   <translation>Verbindung wird getestet …</translation>
  </message>
  <message>
   <source>Type a number from 1 to 999.</source>
   <translation>Geben Sie eine Zahl von 1 bis 999 ein.</translation>
  </message>
  <message>
   <source>Type a window such as “±3 d”; “not stated” takes it away.</source>
   <translation>Geben Sie ein Zeitfenster ein, etwa „±3 d“; „nicht angegeben“ entfernt es.</translation>
  </message>
  <message>
   <source>Type an address that begins with https://</source>
   <translation>Eine Adresse eingeben, die mit https:// beginnt</translation>
  </message>
  <message>
   <source>Type the text of the footnote.</source>
   <translation>Geben Sie den Text der Fußnote ein.</translation>
  </message>
  <message>
   <source>Type what the activity is called.</source>
   <translation>Geben Sie ein, wie die Aktivität heißt.</translation>
  </message>
  <message>
   <source>Type what the visit is called.</source>
   <translation>Geben Sie ein, wie die Visite heißt.</translation>
  </message>
  <message>
   <source>Unscheduled visit</source>
   <translation>Ungeplante Visite</translation>
  </message>
  <message>
   <source>Until</source>
   <translation>Bis</translation>
  </message>
  <message>
   <source>Vital signs</source>
   <translation>Vitalparameter</translation>
  </message>
  <message>
   <source>Week 10</source>
   <translation>Woche 10</translation>
  </message>
  <message>
   <source>What follows now</source>
   <translation>Was jetzt folgt</translation>
  </message>
  <message>
   <source>What hangs on a visit that moves, moves with it.</source>
   <translation>Was an einer verschobenen Visite hängt, verschiebt sich mit.</translation>
  </message>
  <message>
   <source>What is done all the while between two visits, such as a diary. In the table it is a line from one to the other.</source>
   <translation>Was zwischen zwei Visiten fortlaufend durchgeführt wird, etwa ein Tagebuch. In der Tabelle ist es eine Linie von der einen zur anderen.</translation>
  </message>
  <message>
   <source>What starts it</source>
   <translation>Auslöser</translation>
  </message>
  <message>
   <source>What starts {timeline}</source>
   <translation>Auslöser von {timeline}</translation>
  </message>
  <message>
   <source>Wherever it is planned, in every timeline, another one is planned instead; its footnotes stay.</source>
   <translation>Überall, wo sie geplant ist, in jeder Zeitleiste, wird stattdessen eine andere geplant; ihre Fußnoten bleiben.</translation>
  </message>
  <message>
   <source>Window</source>
   <translation>Zeitfenster</translation>
  </message>
  <message>
   <source>With one visit, which an event starts; more can be added in it.</source>
   <translation>Mit einer Visite, die ein Ereignis auslöst; weitere lassen sich darin hinzufügen.</translation>
  </message>
  <message>
   <source>Wrap</source>
   <translation>Fassen</translation>
  </message>
  <message>
   <source>Wrap in a cycle</source>
   <translation>In einen Zyklus fassen</translation>
  </message>
  <message>
   <source>a number from 1 to 999</source>
   <translation>eine Zahl von 1 bis 999</translation>
  </message>
  <message>
   <source>daily, for instance</source>
   <translation>etwa täglich</translation>
  </message>
  <message>
   <source>no progression, at most 6 times</source>
   <translation>keine Progression, höchstens 6-mal</translation>
  </message>
  <message>
   <source>no response</source>
   <translation>kein Ansprechen</translation>
  </message>
  <message>
   <source>no response; may stay empty</source>
   <translation>kein Ansprechen; darf leer bleiben</translation>
  </message>
  <message>
   <source>unknown version</source>
   <translation>unbekannte Version</translation>
  </message>
  <message>
   <source>{activity} goes on</source>
   <translation>{activity} fortlaufend durchführen</translation>
  </message>
  <message>
   <source>{activity} itself</source>
   <translation>{activity} selbst</translation>
  </message>
  <message>
   <source>{field}. {choice}</source>
   <translation>{field}. {choice}</translation>
  </message>
  <message>
   <source>{reach} Undo brings it back.</source>
   <translation>{reach} Rückgängig stellt es wieder her.</translation>
  </message>
  <message>
   <source>{visits} are repeated as long as a condition holds; a decision behind them asks.</source>
   <translation>{visits} werden wiederholt, solange eine Bedingung gilt; eine Entscheidung dahinter fragt danach.</translation>
  </message>
  <message>
   <source>{visits} is repeated as long as a condition holds; a decision behind it asks.</source>
   <translation>{visits} wird wiederholt, solange eine Bedingung gilt; eine Entscheidung dahinter fragt danach.</translation>
  </message>
  <message>
   <source>{visits}, with what is planned there, again and again. Each copy is a visit of its own.</source>
   <translation>{visits}, mit allem dort Geplanten, immer wieder. Jede Kopie ist eine eigene Visite.</translation>
  </message>
  <message>
   <source>±3 d, or −3 d / +5 d, or “not stated”</source>
   <translation>±3 d oder −3 d / +5 d oder „nicht angegeben“</translation>
  </message>
  <message>
   <source>±3 d, or −3 d / +5 d; empty for none</source>
   <translation>±3 d oder −3 d / +5 d; leer für keines</translation>
  </message>
 </context>
 <context>
  <name>document</name>
  <message>
   <source>A key stands twice in one object. Remove one of the two and open the file again.</source>
   <translation>Ein Schlüssel steht zweimal in einem Objekt. Entfernen Sie einen von beiden und öffnen Sie die Datei erneut.</translation>
  </message>
  <message>
   <source>The key "{key}" stands twice in one object, so one of the two values would be lost. Remove one of them and open the file again.</source>
   <translation>Der Schlüssel „{key}“ steht zweimal in einem Objekt, einer der beiden Werte ginge verloren. Entfernen Sie einen und öffnen Sie die Datei erneut.</translation>
  </message>
  <message>
   <source>This JSON ends too early: the file is cut off. Get a whole copy of it.</source>
   <translation>Dieses JSON endet zu früh: Die Datei ist abgeschnitten. Besorgen Sie eine vollständige Kopie.</translation>
  </message>
  <message>
   <source>This JSON holds no study: it has no "study" at its outermost level. Open a USDM file.</source>
   <translation>Dieses JSON enthält keine Studie: Auf oberster Ebene fehlt „study“. Öffnen Sie eine USDM-Datei.</translation>
  </message>
  <message>
   <source>This JSON holds no study: its "study" is not an object. Open a USDM file.</source>
   <translation>Dieses JSON enthält keine Studie: „study“ ist kein Objekt. Öffnen Sie eine USDM-Datei.</translation>
  </message>
  <message>
   <source>This JSON holds no study: its outermost value is not an object.</source>
   <translation>Dieses JSON enthält keine Studie: Der äußerste Wert ist kein Objekt.</translation>
  </message>
  <message>
   <source>This file goes on after its JSON has ended. Remove what follows.</source>
   <translation>Diese Datei geht nach dem Ende ihres JSON weiter. Entfernen Sie, was folgt.</translation>
  </message>
  <message>
   <source>This file is UTF-16 text. USDM is UTF-8: save it as UTF-8 and open it again.</source>
   <translation>Diese Datei ist UTF-16-Text. USDM ist UTF-8: Speichern Sie sie als UTF-8 und öffnen Sie sie erneut.</translation>
  </message>
  <message>
   <source>This file is empty.</source>
   <translation>Diese Datei ist leer.</translation>
  </message>
  <message>
   <source>This file is not JSON. Open a study as USDM JSON.</source>
   <translation>Diese Datei ist kein JSON. Öffnen Sie eine Studie als USDM-JSON.</translation>
  </message>
  <message>
   <source>This file is not UTF-8 text, so it is no USDM JSON.</source>
   <translation>Diese Datei ist kein UTF-8-Text und damit kein USDM-JSON.</translation>
  </message>
  <message>
   <source>This file is not readable as JSON: {lower}.</source>
   <translation>Diese Datei ist nicht als JSON lesbar: {lower}.</translation>
  </message>
  <message>
   <source>This file nests more than {MAX_DEPTH} levels deep; no study does. It was probably written by mistake.</source>
   <translation>Diese Datei ist mehr als {MAX_DEPTH} Ebenen tief verschachtelt; das ist keine Studie. Wahrscheinlich wurde sie fehlerhaft geschrieben.</translation>
  </message>
  <message>
   <source>This study is written in USDM 2 or older, which Maestro does not read. Export it as USDM 3 or 4 from the system it comes from.</source>
   <translation>Diese Studie ist in USDM 2 oder älter geschrieben, was Maestro nicht liest. Exportieren Sie sie aus ihrem Ursprungssystem als USDM 3 oder 4.</translation>
  </message>
  <message>
   <source>Untitled study</source>
   <translation>Studie ohne Titel</translation>
  </message>
  <message>
   <source>{message} (line {line}, column {column})</source>
   <translation>{message} (Zeile {line}, Spalte {column})</translation>
  </message>
 </context>
 <context>
  <name>durations</name>
  <message>
   <source>A duration has no sign: whether it is before or after is said beside it.</source>
   <translation>Eine Dauer hat kein Vorzeichen: Ob davor oder danach, steht daneben.</translation>
  </message>
  <message>
   <source>The last day comes before the first. Type it as “Day −28 to −1”.</source>
   <translation>Der letzte Tag liegt vor dem ersten. Geben Sie ihn wie „Tag −28 bis −1“ ein.</translation>
  </message>
  <message>
   <source>The planned day, Day {day}, must lie within its window.</source>
   <translation>Der geplante Tag, Tag {day}, muss in seinem Zeitfenster liegen.</translation>
  </message>
  <message>
   <source>The planned time must lie within its window: “{text}” puts it outside. Type “−3 d / +3 d”.</source>
   <translation>Die geplante Zeit muss in ihrem Zeitfenster liegen; mit „{text}“ liegt sie außerhalb. Geben Sie „−3 d / +3 d“ ein.</translation>
  </message>
  <message>
   <source>There is no Day 0: the day before Day 1 is Day −1.</source>
   <translation>Es gibt keinen Tag 0: Der Tag vor Tag 1 ist Tag −1.</translation>
  </message>
  <message>
   <source>This is the anchor: the other visits count from it. Move those instead.</source>
   <translation>Dies ist der Anker: Die anderen Visiten zählen ab ihm. Verschieben Sie stattdessen diese.</translation>
  </message>
  <message>
   <source>This is too long for a duration. Type one such as “4 weeks” or “28 d”.</source>
   <translation>Das ist zu lang für eine Dauer. Geben Sie etwas wie „4 Wochen“ oder „28 d“ ein.</translation>
  </message>
  <message>
   <source>This is too long for a time. Type one such as “Day 57” or “4 weeks”.</source>
   <translation>Das ist zu lang für eine Zeit. Geben Sie etwas wie „Tag 57“ oder „4 Wochen“ ein.</translation>
  </message>
  <message>
   <source>This timeline has no anchor that a time could count from.</source>
   <translation>Diese Zeitleiste hat keinen Anker, ab dem eine Zeit zählen könnte.</translation>
  </message>
  <message>
   <source>This timeline has no study days. Type how long from its anchor, such as “+2 h” or “+4 weeks”.</source>
   <translation>Diese Zeitleiste hat keine Studientage. Geben Sie ein, wie lange nach ihrem Anker, etwa „+2 h“ oder „+4 Wochen“.</translation>
  </message>
  <message>
   <source>This visit has no study day. Type its window around it, such as “−3 d / +3 d”.</source>
   <translation>Diese Visite hat keinen Studientag. Geben Sie ihr Zeitfenster um sie herum ein, etwa „−3 d / +3 d“.</translation>
  </message>
  <message>
   <source>Type a duration, such as “4 weeks” or “28 d”.</source>
   <translation>Geben Sie eine Dauer ein, etwa „4 Wochen“ oder „28 d“.</translation>
  </message>
  <message>
   <source>{number} of what? Type its unit, such as “{number} days”.</source>
   <translation>{number} wovon? Geben Sie die Einheit ein, etwa „{number} Tage“.</translation>
  </message>
  <message>
   <source>“m” may be minutes or months. Type “min” or “mo”.</source>
   <translation>„m“ kann Minuten oder Monate heißen. Geben Sie „min“ oder „Monate“ ein.</translation>
  </message>
  <message>
   <source>“{text}” is no duration. Type one such as “4 weeks”, “28 d”, “90 min” or “P4W”.</source>
   <translation>„{text}“ ist keine Dauer. Geben Sie etwas wie „4 Wochen“, „28 d“, „90 min“ oder „P4W“ ein.</translation>
  </message>
  <message>
   <source>“{text}” is no time. Type a day such as “Day 57”, or how long after what it is timed from: “4 weeks”.</source>
   <translation>„{text}“ ist keine Zeit. Geben Sie einen Tag ein, etwa „Tag 57“, oder wie lange nach ihrem Bezug: „4 Wochen“.</translation>
  </message>
  <message>
   <source>“{text}” is no window. Type one such as “−3 d / +3 d”, “±3 days”, “54 to 60” or “not stated”.</source>
   <translation>„{text}“ ist kein Zeitfenster. Geben Sie etwas wie „−3 d / +3 d“, „±3 Tage“, „54 bis 60“ oder „nicht angegeben“ ein.</translation>
  </message>
  <message>
   <source>“{text}” makes no whole number of months or seconds. Type it in a smaller unit.</source>
   <translation>„{text}“ ergibt keine ganze Zahl von Monaten oder Sekunden. Geben Sie es in einer kleineren Einheit ein.</translation>
  </message>
  <message>
   <source>“{text}” says the same unit twice.</source>
   <translation>„{text}“ nennt dieselbe Einheit zweimal.</translation>
  </message>
  <message>
   <source>“{word}” is no unit. Use min, h, d, weeks, months or years.</source>
   <translation>„{word}“ ist keine Einheit. Verwenden Sie min, h, d, Wochen, Monate oder Jahre.</translation>
  </message>
 </context>
 <context>
  <name>effects</name>
  <message numerus="yes">
   <source>%n later visits stay where they are: {names}.</source>
   <translation>
    <numerusform>%n spätere Visite bleibt, wo sie ist: {names}.</numerusform>
    <numerusform>%n spätere Visiten bleiben, wo sie sind: {names}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n more</source>
   <translation>
    <numerusform>%n weitere</numerusform>
    <numerusform>%n weitere</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n visit(s) (move): {names}.</source>
   <translation>
    <numerusform>%n Visite verschiebt sich: {names}.</numerusform>
    <numerusform>%n Visiten verschieben sich: {names}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n visit(s) in another epoch: {names}.</source>
   <translation>
    <numerusform>%n Visite in einer anderen Epoche: {names}.</numerusform>
    <numerusform>%n Visiten in einer anderen Epoche: {names}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n visit(s) with another window: {names}.</source>
   <translation>
    <numerusform>%n Visite mit einem anderen Zeitfenster: {names}.</numerusform>
    <numerusform>%n Visiten mit einem anderen Zeitfenster: {names}.</numerusform>
   </translation>
  </message>
  <message>
   <source>; </source>
   <translation>; </translation>
  </message>
  <message>
   <source>Added: {names}.</source>
   <translation>Hinzugefügt: {names}.</translation>
  </message>
  <message>
   <source>Deleted: {names}.</source>
   <translation>Gelöscht: {names}.</translation>
  </message>
  <message>
   <source>No visit changes.</source>
   <translation>Keine Visite ändert sich.</translation>
  </message>
  <message>
   <source>{visit} ({when})</source>
   <translation>{visit} ({when})</translation>
  </message>
  <message>
   <source>{visit} from {before} to {after}</source>
   <translation>{visit} von {before} auf {after}</translation>
  </message>
  <message>
   <source>{visit} stays where it is.</source>
   <translation>{visit} bleibt, wo sie ist.</translation>
  </message>
 </context>
 <context>
  <name>export</name>
  <message numerus="yes">
   <source>%n activit(ies) not shown</source>
   <translation>
    <numerusform>%n Aktivität nicht gezeigt</numerusform>
    <numerusform>%n Aktivitäten nicht gezeigt</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n page(s) sent to the printer.</source>
   <translation>
    <numerusform>%n Seite an den Drucker gesendet.</numerusform>
    <numerusform>%n Seiten an den Drucker gesendet.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n visit(s) not shown</source>
   <translation>
    <numerusform>%n Visite nicht gezeigt</numerusform>
    <numerusform>%n Visiten nicht gezeigt</numerusform>
   </translation>
  </message>
  <message>
   <source>A picture of its own size. The preview shows it on paper.</source>
   <translation>Ein Bild in eigener Größe. Die Vorschau zeigt es auf Papier.</translation>
  </message>
  <message>
   <source>A4</source>
   <translation>A4</translation>
  </message>
  <message>
   <source>About this table</source>
   <translation>Zu dieser Tabelle</translation>
  </message>
  <message>
   <source>Activities</source>
   <translation>Aktivitäten</translation>
  </message>
  <message>
   <source>Activity</source>
   <translation>Aktivität</translation>
  </message>
  <message>
   <source>All on one page</source>
   <translation>Alles auf einer Seite</translation>
  </message>
  <message>
   <source>All visits and activities of this timeline are shown.</source>
   <translation>Alle Visiten und Aktivitäten dieser Zeitleiste sind gezeigt.</translation>
  </message>
  <message>
   <source>Allowed</source>
   <translation>Erlaubt</translation>
  </message>
  <message>
   <source>Allowed dates</source>
   <translation>Erlaubte Termine</translation>
  </message>
  <message>
   <source>Amendment</source>
   <translation>Amendment</translation>
  </message>
  <message>
   <source>Amendment {number}</source>
   <translation>Amendment {number}</translation>
  </message>
  <message>
   <source>As filtered and merged in the table</source>
   <translation>Wie in der Tabelle gefiltert und zusammengefasst</translation>
  </message>
  <message>
   <source>As fits best</source>
   <translation>Bestmöglich</translation>
  </message>
  <message>
   <source>As usual</source>
   <translation>Wie üblich</translation>
  </message>
  <message>
   <source>CSV for a spreadsheet</source>
   <translation>CSV für eine Tabellenkalkulation</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Check that it is switched on and connected, or save as a PDF instead.</source>
   <translation>Prüfen Sie, ob er eingeschaltet und verbunden ist, oder speichern Sie stattdessen als PDF.</translation>
  </message>
  <message>
   <source>Columns {first} to {last} of {count}</source>
   <translation>Spalten {first} bis {last} von {count}</translation>
  </message>
  <message>
   <source>Contact</source>
   <translation>Kontakt</translation>
  </message>
  <message>
   <source>Content</source>
   <translation>Inhalt</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>Datum</translation>
  </message>
  <message>
   <source>Dates: {basis}.</source>
   <translation>Termine: {basis}.</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Tag</translation>
  </message>
  <message>
   <source>Described as</source>
   <translation>Beschrieben als</translation>
  </message>
  <message>
   <source>Design</source>
   <translation>Design</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Erledigt</translation>
  </message>
  <message>
   <source>Encounter</source>
   <translation>Encounter</translation>
  </message>
  <message>
   <source>Ends when</source>
   <translation>Endet, wenn</translation>
  </message>
  <message>
   <source>Epoch</source>
   <translation>Epoche</translation>
  </message>
  <message>
   <source>Excel workbook</source>
   <translation>Excel-Arbeitsmappe</translation>
  </message>
  <message>
   <source>Export</source>
   <translation>Exportieren</translation>
  </message>
  <message>
   <source>Filter: {filter}.</source>
   <translation>Filter: {filter}.</translation>
  </message>
  <message>
   <source>Footnotes</source>
   <translation>Fußnoten</translation>
  </message>
  <message>
   <source>Footnotes: page {page}</source>
   <translation>Fußnoten: Seite {page}</translation>
  </message>
  <message>
   <source>Format</source>
   <translation>Format</translation>
  </message>
  <message>
   <source>Graph</source>
   <translation>Graph</translation>
  </message>
  <message>
   <source>Graph · {timeline}</source>
   <translation>Graph · {timeline}</translation>
  </message>
  <message>
   <source>Held</source>
   <translation>Ausrichtung</translation>
  </message>
  <message>
   <source>Holidays and weekends of: {country}.</source>
   <translation>Feiertage und Wochenenden von: {country}.</translation>
  </message>
  <message>
   <source>Identifiers</source>
   <translation>Kennungen</translation>
  </message>
  <message>
   <source>In words</source>
   <translation>In Worten</translation>
  </message>
  <message>
   <source>Initials</source>
   <translation>Kürzel</translation>
  </message>
  <message>
   <source>Landscape</source>
   <translation>Querformat</translation>
  </message>
  <message>
   <source>Legible, on several pages</source>
   <translation>Lesbar, auf mehreren Seiten</translation>
  </message>
  <message>
   <source>Letter</source>
   <translation>Letter</translation>
  </message>
  <message>
   <source>Letters: footnotes, below the table.</source>
   <translation>Buchstaben: Fußnoten, unter der Tabelle.</translation>
  </message>
  <message>
   <source>Made from</source>
   <translation>Erstellt aus</translation>
  </message>
  <message>
   <source>Names in full</source>
   <translation>Namen ausgeschrieben</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>Next page</source>
   <translation>Nächste Seite</translation>
  </message>
  <message>
   <source>Nothing was printed; the study is unchanged.</source>
   <translation>Nichts wurde gedruckt; die Studie ist unverändert.</translation>
  </message>
  <message>
   <source>Nothing was written.</source>
   <translation>Nichts wurde geschrieben.</translation>
  </message>
  <message>
   <source>PDF</source>
   <translation>PDF</translation>
  </message>
  <message>
   <source>PNG picture</source>
   <translation>PNG-Bild</translation>
  </message>
  <message>
   <source>Page {page} of {pages}</source>
   <translation>Seite {page} von {pages}</translation>
  </message>
  <message>
   <source>Paper</source>
   <translation>Papier</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>Ort</translation>
  </message>
  <message>
   <source>Planned</source>
   <translation>Geplant</translation>
  </message>
  <message>
   <source>Portrait</source>
   <translation>Hochformat</translation>
  </message>
  <message>
   <source>Preparing the preview…</source>
   <translation>Vorschau wird erstellt …</translation>
  </message>
  <message>
   <source>Preview</source>
   <translation>Vorschau</translation>
  </message>
  <message>
   <source>Previous page</source>
   <translation>Vorige Seite</translation>
  </message>
  <message>
   <source>Print</source>
   <translation>Drucken</translation>
  </message>
  <message>
   <source>Printed</source>
   <translation>Gedruckt</translation>
  </message>
  <message>
   <source>Print…</source>
   <translation>Drucken …</translation>
  </message>
  <message>
   <source>Protocol</source>
   <translation>Protokoll</translation>
  </message>
  <message>
   <source>Protocol version {number}</source>
   <translation>Protokollversion {number}</translation>
  </message>
  <message>
   <source>Revision {number}</source>
   <translation>Revision {number}</translation>
  </message>
  <message>
   <source>SVG picture</source>
   <translation>SVG-Bild</translation>
  </message>
  <message>
   <source>Save as PDF</source>
   <translation>Als PDF speichern</translation>
  </message>
  <message>
   <source>Save it as a PDF instead and print that elsewhere, or ask for a printer.</source>
   <translation>Speichern Sie stattdessen ein PDF und drucken Sie es anderswo, oder fragen Sie nach einem Drucker.</translation>
  </message>
  <message>
   <source>Save…</source>
   <translation>Speichern …</translation>
  </message>
  <message>
   <source>Schedule</source>
   <translation>Ablaufplan</translation>
  </message>
  <message>
   <source>Schedule of Activities</source>
   <translation>Ablaufplan (SoA)</translation>
  </message>
  <message>
   <source>Shown</source>
   <translation>Gezeigt</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Größe</translation>
  </message>
  <message>
   <source>Sponsor</source>
   <translation>Sponsor</translation>
  </message>
  <message>
   <source>Starts when</source>
   <translation>Beginnt, wenn</translation>
  </message>
  <message>
   <source>Study</source>
   <translation>Studie</translation>
  </message>
  <message>
   <source>Study (USDM)</source>
   <translation>Studie (USDM)</translation>
  </message>
  <message>
   <source>Study days and windows as planned, without dates.</source>
   <translation>Studientage und Zeitfenster wie geplant, ohne Termine.</translation>
  </message>
  <message>
   <source>Table</source>
   <translation>Tabelle</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>Text</translation>
  </message>
  <message>
   <source>The activities stand in the protocol's order; the order within a visit is not stated.</source>
   <translation>Die Aktivitäten stehen in der Reihenfolge des Protokolls; die Reihenfolge innerhalb einer Visite ist nicht angegeben.</translation>
  </message>
  <message>
   <source>The graph</source>
   <translation>Der Graph</translation>
  </message>
  <message>
   <source>The preview shows the same content as a PDF has it.</source>
   <translation>Die Vorschau zeigt denselben Inhalt wie das PDF.</translation>
  </message>
  <message>
   <source>The study</source>
   <translation>Die Studie</translation>
  </message>
  <message>
   <source>The study as it is, for other programs.</source>
   <translation>Die Studie, wie sie ist, für andere Programme.</translation>
  </message>
  <message>
   <source>The study is unchanged.</source>
   <translation>Die Studie ist unverändert.</translation>
  </message>
  <message>
   <source>The study itself can be written as USDM.</source>
   <translation>Die Studie selbst kann als USDM geschrieben werden.</translation>
  </message>
  <message>
   <source>The table</source>
   <translation>Die Tabelle</translation>
  </message>
  <message>
   <source>The table shows all there is</source>
   <translation>Die Tabelle zeigt alles, was es gibt</translation>
  </message>
  <message>
   <source>The time axis</source>
   <translation>Die Zeitachse</translation>
  </message>
  <message>
   <source>The visit checklist</source>
   <translation>Die Visiten-Checkliste</translation>
  </message>
  <message>
   <source>The visits of one encounter stand in one column.</source>
   <translation>Die Visiten eines Encounters stehen in einer Spalte.</translation>
  </message>
  <message>
   <source>There is no printer on this computer.</source>
   <translation>An diesem Computer gibt es keinen Drucker.</translation>
  </message>
  <message>
   <source>There is no timeline to export.</source>
   <translation>Es gibt keine Zeitleiste zum Exportieren.</translation>
  </message>
  <message>
   <source>This cannot be previewed.</source>
   <translation>Hiervon gibt es keine Vorschau.</translation>
  </message>
  <message>
   <source>This timeline has no instances.</source>
   <translation>Diese Zeitleiste hat keine Instanzen.</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Zeit</translation>
  </message>
  <message>
   <source>Time axis</source>
   <translation>Zeitachse</translation>
  </message>
  <message>
   <source>Time axis · {timeline}</source>
   <translation>Zeitachse · {timeline}</translation>
  </message>
  <message>
   <source>Time zone of the site: {zone}.</source>
   <translation>Zeitzone des Prüfzentrums: {zone}.</translation>
  </message>
  <message>
   <source>Timeline</source>
   <translation>Zeitleiste</translation>
  </message>
  <message>
   <source>Times count from {anchor}.</source>
   <translation>Zeiten zählen ab {anchor}.</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>Titel</translation>
  </message>
  <message>
   <source>Type an anchor date first</source>
   <translation>Zuerst ein Ankerdatum eingeben</translation>
  </message>
  <message>
   <source>USDM JSON</source>
   <translation>USDM-JSON</translation>
  </message>
  <message>
   <source>USDM version</source>
   <translation>USDM-Version</translation>
  </message>
  <message>
   <source>Version {number}</source>
   <translation>Version {number}</translation>
  </message>
  <message>
   <source>Visit</source>
   <translation>Visite</translation>
  </message>
  <message>
   <source>Visit checklist</source>
   <translation>Visiten-Checkliste</translation>
  </message>
  <message>
   <source>Web page</source>
   <translation>Webseite</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>What is lit and what is faint is as in the window.</source>
   <translation>Hervorgehoben und abgeblendet wie im Fenster.</translation>
  </message>
  <message>
   <source>What is shown</source>
   <translation>Was gezeigt wird</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Wann</translation>
  </message>
  <message>
   <source>Window</source>
   <translation>Zeitfenster</translation>
  </message>
  <message>
   <source>With dates</source>
   <translation>Mit Terminen</translation>
  </message>
  <message>
   <source>Word document</source>
   <translation>Word-Dokument</translation>
  </message>
  <message>
   <source>Working copy of {file}</source>
   <translation>Arbeitskopie von {file}</translation>
  </message>
  <message>
   <source>X (2): planned at the second visit of the column's encounter alone.</source>
   <translation>X (2): nur an der zweiten Visite des Encounters dieser Spalte geplant.</translation>
  </message>
  <message>
   <source>X: planned.</source>
   <translation>X: geplant.</translation>
  </message>
  <message>
   <source>counted from visits that took place</source>
   <translation>gezählt ab Visiten, die stattgefunden haben</translation>
  </message>
  <message>
   <source>counted from {visit} on {date}</source>
   <translation>gezählt ab {visit} am {date}</translation>
  </message>
  <message>
   <source>counted from {visit}, expected on {date}</source>
   <translation>gezählt ab {visit}, erwartet am {date}</translation>
  </message>
  <message>
   <source>footnotes {letters}</source>
   <translation>Fußnoten {letters}</translation>
  </message>
  <message>
   <source>forecast</source>
   <translation>Prognose</translation>
  </message>
  <message>
   <source>from part {number}</source>
   <translation>von Teil {number}</translation>
  </message>
  <message>
   <source>no activities without a mark</source>
   <translation>keine Aktivitäten ohne Markierung</translation>
  </message>
  <message>
   <source>no activity stated</source>
   <translation>keine Aktivität angegeben</translation>
  </message>
  <message>
   <source>no visits without a mark</source>
   <translation>keine Visiten ohne Markierung</translation>
  </message>
  <message>
   <source>otherwise</source>
   <translation>sonst</translation>
  </message>
  <message>
   <source>the end of this timeline</source>
   <translation>das Ende dieser Zeitleiste</translation>
  </message>
  <message>
   <source>to part {number}</source>
   <translation>zu Teil {number}</translation>
  </message>
  <message>
   <source>took place</source>
   <translation>stattgefunden</translation>
  </message>
  <message>
   <source>{date} ({note})</source>
   <translation>{date} ({note})</translation>
  </message>
  <message>
   <source>{date}, {time} ({zone})</source>
   <translation>{date}, {time} ({zone})</translation>
  </message>
  <message>
   <source>{first} to {last}</source>
   <translation>{first} bis {last}</translation>
  </message>
  <message>
   <source>{format} ({ending})</source>
   <translation>{format} ({ending})</translation>
  </message>
  <message>
   <source>{group} (continued)</source>
   <translation>{group} (Fortsetzung)</translation>
  </message>
  <message>
   <source>{name}: {activities}</source>
   <translation>{name}: {activities}</translation>
  </message>
  <message>
   <source>{revision} · content {hash} · printed {time}</source>
   <translation>{revision} · Inhalt {hash} · gedruckt {time}</translation>
  </message>
  <message numerus="yes">
   <source>{sign}: {name}, a schedule of its own with %n time(s).</source>
   <translation>
    <numerusform>{sign}: {name}, ein eigener Ablaufplan mit %n Zeitpunkt.</numerusform>
    <numerusform>{sign}: {name}, ein eigener Ablaufplan mit %n Zeitpunkten.</numerusform>
   </translation>
  </message>
  <message>
   <source>{size} pt</source>
   <translation>{size} pt</translation>
  </message>
  <message>
   <source>{visit} (decision)</source>
   <translation>{visit} (Entscheidung)</translation>
  </message>
  <message>
   <source>{visit} took place on {date}.</source>
   <translation>{visit} fand am {date} statt.</translation>
  </message>
  <message>
   <source>{visit}, {day}</source>
   <translation>{visit}, {day}</translation>
  </message>
  <message>
   <source>{what} could not be painted.</source>
   <translation>{what} konnte nicht gezeichnet werden.</translation>
  </message>
  <message>
   <source>“{phrase}”</source>
   <translation>„{phrase}“</translation>
  </message>
  <message>
   <source>“{printer}” could not print.</source>
   <translation>„{printer}“ konnte nicht drucken.</translation>
  </message>
 </context>
 <context>
  <name>files</name>
  <message numerus="yes">
   <source>%n edit(s) of yours and what was written there change the same:</source>
   <translation>
    <numerusform>%n Ihrer Änderungen betrifft dasselbe wie das dort Geschriebene:</numerusform>
    <numerusform>%n Ihrer Änderungen betreffen dasselbe wie das dort Geschriebene:</numerusform>
   </translation>
  </message>
  <message>
   <source>Drop the files that are in it.</source>
   <translation>Ziehen Sie die darin enthaltenen Dateien hierher.</translation>
  </message>
  <message>
   <source>Edits (*.json)</source>
   <translation>Änderungen (*.json)</translation>
  </message>
  <message>
   <source>Import a study</source>
   <translation>Studie importieren</translation>
  </message>
  <message>
   <source>Import a study to the backend</source>
   <translation>Studie in das Backend importieren</translation>
  </message>
  <message>
   <source>Keep mine as another file…</source>
   <translation>Meine als andere Datei behalten …</translation>
  </message>
  <message>
   <source>Keep the new study in</source>
   <translation>Neue Studie aufbewahren in</translation>
  </message>
  <message>
   <source>Open a study</source>
   <translation>Studie öffnen</translation>
  </message>
  <message>
   <source>Save the study as</source>
   <translation>Studie speichern unter</translation>
  </message>
  <message>
   <source>Take theirs</source>
   <translation>Die andere übernehmen</translation>
  </message>
  <message>
   <source>Take theirs, with the edits that fit</source>
   <translation>Die andere übernehmen, mit den passenden Änderungen</translation>
  </message>
  <message>
   <source>The first {number} files are opened, each in a window of its own.</source>
   <translation>Die ersten {number} Dateien werden geöffnet, jede in einem eigenen Fenster.</translation>
  </message>
  <message>
   <source>USDM studies (*.json);;All files (*)</source>
   <translation>USDM-Studien (*.json);;Alle Dateien (*)</translation>
  </message>
  <message>
   <source>Whatever you choose, no edit is lost: those left out can be exported.</source>
   <translation>Was Sie auch wählen, keine Änderung geht verloren: Ausgelassene lassen sich exportieren.</translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>und %n weitere</numerusform>
    <numerusform>und %n weitere</numerusform>
   </translation>
  </message>
  <message>
   <source>{file} was changed by another program</source>
   <translation>{file} wurde von einem anderen Programm geändert</translation>
  </message>
  <message>
   <source>“{name}” is a folder, not a study.</source>
   <translation>„{name}“ ist ein Ordner, keine Studie.</translation>
  </message>
 </context>
 <context>
  <name>findings</name>
  <message>
   <source>By the rules of “{decision}” the way “{way}” is never taken.</source>
   <translation>Nach den Regeln von „{decision}“ wird der Weg „{way}“ nie genommen.</translation>
  </message>
  <message>
   <source>No instance of the timeline {name} leads to an exit. Let its last instance lead there.</source>
   <translation>Keine Instanz der Zeitleiste {name} führt zu einem Ausgang. Lassen Sie die letzte dorthin führen.</translation>
  </message>
  <message>
   <source>No rule decides “{decision}”: a person is asked each time.</source>
   <translation>Keine Regel entscheidet „{decision}“: Jedes Mal wird eine Person gefragt.</translation>
  </message>
  <message>
   <source>No timeline of the design {design} is marked as the main one; {raw} is shown as such. Mark the one that is the Schedule of Activities.</source>
   <translation>Keine Zeitleiste des Designs {design} ist als Hauptzeitleiste gekennzeichnet; {raw} wird als solche gezeigt. Kennzeichnen Sie die, die der Ablaufplan (SoA) ist.</translation>
  </message>
  <message>
   <source>The anchor {timing} does not say which instance it fixes. Choose one.</source>
   <translation>Der Anker {timing} sagt nicht, welche Instanz er festlegt. Wählen Sie eine.</translation>
  </message>
  <message>
   <source>The condition {words} of the decision {name} leads back to the same decision. Choose where it leads.</source>
   <translation>Die Bedingung {words} der Entscheidung {name} führt zu derselben Entscheidung zurück. Wählen Sie, wohin sie führt.</translation>
  </message>
  <message>
   <source>The condition {words} of the decision {name} leads nowhere. Choose where it leads.</source>
   <translation>Die Bedingung {words} der Entscheidung {name} führt nirgendwohin. Wählen Sie, wohin sie führt.</translation>
  </message>
  <message>
   <source>The decision {name} does not say where to go when none of its conditions holds. Choose its default.</source>
   <translation>Die Entscheidung {name} sagt nicht, wohin es geht, wenn keine ihrer Bedingungen zutrifft. Wählen Sie ihren Standardweg.</translation>
  </message>
  <message>
   <source>The decision {name} has a sub-timeline; a decision only chooses. Let an activity instance run it.</source>
   <translation>Die Entscheidung {name} hat eine Unterzeitleiste; eine Entscheidung wählt nur. Lassen Sie eine Aktivitätsinstanz sie ausführen.</translation>
  </message>
  <message>
   <source>The decision {name} has an exit of its own; a decision only chooses. Let one of its ways lead there.</source>
   <translation>Die Entscheidung {name} hat einen eigenen Ausgang; eine Entscheidung wählt nur. Lassen Sie einen ihrer Wege dorthin führen.</translation>
  </message>
  <message>
   <source>The decision {name} has no conditions, so there is nothing to decide. Add one, or remove the decision.</source>
   <translation>Die Entscheidung {name} hat keine Bedingungen, also gibt es nichts zu entscheiden. Fügen Sie eine hinzu oder entfernen Sie die Entscheidung.</translation>
  </message>
  <message>
   <source>The design {design} has no timeline: there is no schedule to show. Add one.</source>
   <translation>Das Design {design} hat keine Zeitleiste: Es gibt keinen Ablaufplan zu zeigen. Fügen Sie eine hinzu.</translation>
  </message>
  <message>
   <source>The encounter {entity} stands before {raw} in the order of encounters, but in the schedule {raw_2} comes after {raw_3}. Correct the order, or the encounter of that visit.</source>
   <translation>Der Encounter {entity} steht in der Reihenfolge der Encounter vor {raw}, im Ablaufplan aber kommt {raw_2} nach {raw_3}. Korrigieren Sie die Reihenfolge oder den Encounter dieser Visite.</translation>
  </message>
  <message>
   <source>The epoch {entity} stands before {raw} in the order of epochs, but in the schedule {raw_2} comes after {raw_3}. Correct the order, or the epoch of that visit.</source>
   <translation>Die Epoche {entity} steht in der Reihenfolge der Epochen vor {raw}, im Ablaufplan aber kommt {raw_2} nach {raw_3}. Korrigieren Sie die Reihenfolge oder die Epoche dieser Visite.</translation>
  </message>
  <message>
   <source>The footnote {condition} applies to no activity, so it stands at no mark. Say what it applies to.</source>
   <translation>Die Fußnote {condition} gilt für keine Aktivität und steht daher an keiner Markierung. Geben Sie an, wofür sie gilt.</translation>
  </message>
  <message>
   <source>The footnote {condition} applies to no activity, so it stands at whole visits. Say what it applies to.</source>
   <translation>Die Fußnote {condition} gilt für keine Aktivität und steht daher an ganzen Visiten. Geben Sie an, wofür sie gilt.</translation>
  </message>
  <message>
   <source>The id “{identity}” of the {item}{called} is also that of the {same}{called_2}: what refers to it is ambiguous. Give one of them another id.</source>
   <translation>Die ID „{identity}“ ({item}{called}) ist zugleich die von {same}{called_2}: Was darauf verweist, ist mehrdeutig. Vergeben Sie eine andere ID.</translation>
  </message>
  <message>
   <source>The id “{identity}” of the {item}{called} is used in another version of the study too: neither can be edited. Give one of them another id.</source>
   <translation>Die ID „{identity}“ ({item}{called}) kommt auch in einer anderen Version der Studie vor: Keines von beiden kann bearbeitet werden. Vergeben Sie eine andere ID.</translation>
  </message>
  <message>
   <source>The loop {names} has no way out: a participant would stay in it for ever. Let one of them lead to what comes after the loop.</source>
   <translation>Die Schleife {names} hat keinen Ausgang: Ein Teilnehmer bliebe für immer darin. Lassen Sie eine der Instanzen zu dem führen, was nach der Schleife kommt.</translation>
  </message>
  <message>
   <source>The order of {path} runs in a circle. Choose which comes first, and clear what comes before it.</source>
   <translation>Die Reihenfolge {path} läuft im Kreis. Wählen Sie, was zuerst kommt, und entfernen Sie, was davor steht.</translation>
  </message>
  <message>
   <source>The rule of “{text}” needs a look: {reason}</source>
   <translation>Die Regel zu „{text}“ ist zu prüfen: {reason}</translation>
  </message>
  <message>
   <source>The timeline {name} does not say what it starts with; {raw} is taken. Choose its entry.</source>
   <translation>Die Zeitleiste {name} sagt nicht, womit sie beginnt; {raw} wird angenommen. Wählen Sie ihren Eingang.</translation>
  </message>
  <message>
   <source>The timeline {name} has no exit: its end is not stated. Let its last instance lead to one.</source>
   <translation>Die Zeitleiste {name} hat keinen Ausgang: Ihr Ende ist nicht angegeben. Lassen Sie ihre letzte Instanz zu einem führen.</translation>
  </message>
  <message>
   <source>The timeline {name} has no instances: it plans nothing. Add one, or remove the timeline.</source>
   <translation>Die Zeitleiste {name} hat keine Instanzen: Sie plant nichts. Fügen Sie eine hinzu oder entfernen Sie die Zeitleiste.</translation>
  </message>
  <message>
   <source>The timeline {timeline} has no anchor: no planned day can be counted. Give one of its instances a Fixed Reference timing.</source>
   <translation>Die Zeitleiste {timeline} hat keinen Anker: Kein geplanter Tag ist bestimmbar. Geben Sie einer ihrer Instanzen einen Zeitbezug vom Typ Fixed Reference.</translation>
  </message>
  <message>
   <source>The timing of {subject} does not say from where to where it counts. Choose one, such as Start to Start.</source>
   <translation>Der Zeitbezug von {subject} sagt nicht, von wo bis wo er zählt. Wählen Sie etwas, etwa Start to Start.</translation>
  </message>
  <message>
   <source>The timing of {subject} has no value: its planned day is unknown. Give a duration such as P7D.</source>
   <translation>Der Zeitbezug von {subject} hat keinen Wert: Der geplante Tag ist unbekannt. Geben Sie eine Dauer an, etwa P7D.</translation>
  </message>
  <message>
   <source>The timing of {subject} is neither Before, After nor a Fixed Reference: its planned day is unknown. Choose one of the three.</source>
   <translation>Der Zeitbezug von {subject} ist weder Before noch After noch Fixed Reference: Der geplante Tag ist unbekannt. Wählen Sie eines der drei.</translation>
  </message>
  <message>
   <source>The timing {timing} does not say what it times. Choose an instance, or remove the timing.</source>
   <translation>Der Zeitbezug {timing} sagt nicht, wofür er gilt. Wählen Sie eine Instanz oder entfernen Sie ihn.</translation>
  </message>
  <message>
   <source>The value of the timing of {subject}, “{text}”, cannot be read as a duration. Write it as in P7D (7 days), P2W (2 weeks) or PT30M (30 minutes).</source>
   <translation>Der Wert des Zeitbezugs von {subject}, „{text}“, ist nicht als Dauer lesbar. Schreiben Sie ihn wie P7D (7 Tage), P2W (2 Wochen) oder PT30M (30 Minuten).</translation>
  </message>
  <message>
   <source>The value of the timing of {subject}, “{text}”, is negative. Write it without a sign: Before or After says the direction.</source>
   <translation>Der Wert des Zeitbezugs von {subject}, „{text}“, ist negativ. Schreiben Sie ihn ohne Vorzeichen: Before oder After gibt die Richtung an.</translation>
  </message>
  <message>
   <source>The window of {subject} has no {missing} and no {missing_2}. State the whole window; what is not stated is unknown, not zero.</source>
   <translation>Dem Zeitfenster von {subject} fehlt: {missing}, {missing_2}. Geben Sie das ganze Zeitfenster an; was nicht angegeben ist, ist unbekannt, nicht null.</translation>
  </message>
  <message>
   <source>The window of {subject} has no {missing}. State the whole window; what is not stated is unknown, not zero.</source>
   <translation>Dem Zeitfenster von {subject} fehlt: {missing}. Geben Sie das ganze Zeitfenster an; was nicht angegeben ist, ist unbekannt, nicht null.</translation>
  </message>
  <message>
   <source>The window's lower limit of the timing of {subject}, “{text}”, cannot be read as a duration. Write it as in P7D (7 days), P2W (2 weeks) or PT30M (30 minutes).</source>
   <translation>Die Untergrenze des Zeitfensters von {subject}, „{text}“, ist nicht als Dauer lesbar. Schreiben Sie sie wie P7D (7 Tage), P2W (2 Wochen) oder PT30M (30 Minuten).</translation>
  </message>
  <message>
   <source>The window's lower limit of the timing of {subject}, “{text}”, is negative. Write it without a sign: a limit is a distance from the planned day.</source>
   <translation>Die Untergrenze des Zeitfensters von {subject}, „{text}“, ist negativ. Schreiben Sie sie ohne Vorzeichen: Eine Grenze ist ein Abstand vom geplanten Tag.</translation>
  </message>
  <message>
   <source>The window's upper limit of the timing of {subject}, “{text}”, cannot be read as a duration. Write it as in P7D (7 days), P2W (2 weeks) or PT30M (30 minutes).</source>
   <translation>Die Obergrenze des Zeitfensters von {subject}, „{text}“, ist nicht als Dauer lesbar. Schreiben Sie sie wie P7D (7 Tage), P2W (2 Wochen) oder PT30M (30 Minuten).</translation>
  </message>
  <message>
   <source>The window's upper limit of the timing of {subject}, “{text}”, is negative. Write it without a sign: a limit is a distance from the planned day.</source>
   <translation>Die Obergrenze des Zeitfensters von {subject}, „{text}“, ist negativ. Schreiben Sie sie ohne Vorzeichen: Eine Grenze ist ein Abstand vom geplanten Tag.</translation>
  </message>
  <message>
   <source>a {kind}</source>
   <translation>{kind}</translation>
  </message>
  <message>
   <source>a {kind} without a name</source>
   <translation>{kind} ohne Namen</translation>
  </message>
  <message>
   <source>activity</source>
   <translation>Aktivität</translation>
  </message>
  <message>
   <source>activity instance</source>
   <translation>Aktivitätsinstanz</translation>
  </message>
  <message>
   <source>an {kind}</source>
   <translation>{kind}</translation>
  </message>
  <message>
   <source>an {kind} without a name</source>
   <translation>{kind} ohne Namen</translation>
  </message>
  <message>
   <source>arm</source>
   <translation>Arm</translation>
  </message>
  <message>
   <source>condition of a decision</source>
   <translation>Bedingung einer Entscheidung</translation>
  </message>
  <message>
   <source>decision</source>
   <translation>Entscheidung</translation>
  </message>
  <message>
   <source>element</source>
   <translation>Element</translation>
  </message>
  <message>
   <source>encounter</source>
   <translation>Encounter</translation>
  </message>
  <message>
   <source>epoch</source>
   <translation>Epoche</translation>
  </message>
  <message>
   <source>footnote</source>
   <translation>Fußnote</translation>
  </message>
  <message>
   <source>label</source>
   <translation>Bezeichnung</translation>
  </message>
  <message>
   <source>lower limit</source>
   <translation>Untergrenze</translation>
  </message>
  <message>
   <source>study cell</source>
   <translation>Studienzelle</translation>
  </message>
  <message>
   <source>thing</source>
   <translation>Ding</translation>
  </message>
  <message>
   <source>timeline</source>
   <translation>Zeitleiste</translation>
  </message>
  <message>
   <source>timeline exit</source>
   <translation>Zeitleistenausgang</translation>
  </message>
  <message>
   <source>timing</source>
   <translation>Zeitbezug</translation>
  </message>
  <message>
   <source>upper limit</source>
   <translation>Obergrenze</translation>
  </message>
  <message>
   <source>without words</source>
   <translation>ohne Text</translation>
  </message>
  <message>
   <source>{circle} lies within itself, through {path}. Take it out of one of these groups.</source>
   <translation>{circle} liegt in sich selbst, über {path}. Nehmen Sie das Element aus einer dieser Gruppen.</translation>
  </message>
  <message>
   <source>{holder} has something in {attribute} that is no id. Correct it, or remove it.</source>
   <translation>{holder} hat in {attribute} etwas, das keine ID ist. Korrigieren oder entfernen Sie es.</translation>
  </message>
  <message>
   <source>{instance} comes after {instance_2} in the schedule, but is planned before it. Correct one of the two timings, or the order of the path.</source>
   <translation>{instance} kommt im Ablaufplan nach {instance_2}, ist aber davor geplant. Korrigieren Sie einen der beiden Zeitbezüge oder die Reihenfolge des Weges.</translation>
  </message>
  <message>
   <source>{instance} has no timing: its planned day is unknown. Time it from another instance.</source>
   <translation>{instance} hat keinen Zeitbezug: Der geplante Tag ist unbekannt. Beziehen Sie die Zeit auf eine andere Instanz.</translation>
  </message>
  <message>
   <source>{item} comes after itself. Choose what comes before it.</source>
   <translation>{item} kommt nach sich selbst. Wählen Sie, was davor kommt.</translation>
  </message>
  <message>
   <source>{item} comes before itself. Choose what comes after it.</source>
   <translation>{item} kommt vor sich selbst. Wählen Sie, was danach kommt.</translation>
  </message>
  <message>
   <source>{item} has {other} as its next, but {other} has no previous. Make the two {kind} entries agree.</source>
   <translation>{item} nennt {other} als Nächstes, aber {other} nennt kein Voriges. Bringen Sie die beiden Einträge ({kind}) in Übereinstimmung.</translation>
  </message>
  <message>
   <source>{item} has {other} as its next, but {other} has {third} as its previous. Make the two {kind} entries agree.</source>
   <translation>{item} nennt {other} als Nächstes, aber {other} nennt {third} als Voriges. Bringen Sie die beiden Einträge ({kind}) in Übereinstimmung.</translation>
  </message>
  <message>
   <source>{item} has {other} as its previous, but {other} has no next. Make the two {kind} entries agree.</source>
   <translation>{item} nennt {other} als Voriges, aber {other} nennt kein Nächstes. Bringen Sie die beiden Einträge ({kind}) in Übereinstimmung.</translation>
  </message>
  <message>
   <source>{item} has {other} as its previous, but {other} has {third} as its next. Make the two {kind} entries agree.</source>
   <translation>{item} nennt {other} als Voriges, aber {other} nennt {third} als Nächstes. Bringen Sie die beiden Einträge ({kind}) in Übereinstimmung.</translation>
  </message>
  <message>
   <source>{item} is its own child. Remove it from its children.</source>
   <translation>{item} ist in sich selbst enthalten. Entfernen Sie es aus seinen untergeordneten Aktivitäten.</translation>
  </message>
  <message>
   <source>{item}{called} has no id: nothing can refer to it, and it cannot be edited. Give it an id of its own.</source>
   <translation>{item}{called} hat keine ID: Nichts kann darauf verweisen, und es kann nicht bearbeitet werden. Geben Sie ihm eine eigene ID.</translation>
  </message>
  <message>
   <source>{names} are timed from each other in a circle: no planned day can be counted. Time one of them from an instance outside the circle, such as the anchor.</source>
   <translation>{names} beziehen ihre Zeit im Kreis aufeinander: Kein geplanter Tag ist bestimmbar. Beziehen Sie eine davon auf eine Instanz außerhalb des Kreises, etwa den Anker.</translation>
  </message>
  <message>
   <source>{name} leads both to {default} and to an exit. Keep one of the two.</source>
   <translation>{name} führt sowohl zu {default} als auch zu einem Ausgang. Behalten Sie eines von beiden.</translation>
  </message>
  <message>
   <source>{name} leads nowhere: it has neither a next instance nor an exit. Choose one of the two.</source>
   <translation>{name} führt nirgendwohin: weder zu einer nächsten Instanz noch zu einem Ausgang. Wählen Sie eines von beiden.</translation>
  </message>
  <message>
   <source>{name} leads to itself. Choose what comes next, or an exit.</source>
   <translation>{name} führt zu sich selbst. Wählen Sie, was als Nächstes kommt, oder einen Ausgang.</translation>
  </message>
  <message>
   <source>{name} runs its own timeline as a sub-timeline. Choose another timeline, or none.</source>
   <translation>{name} führt die eigene Zeitleiste als Unterzeitleiste aus. Wählen Sie eine andere Zeitleiste oder keine.</translation>
  </message>
  <message>
   <source>{path}: these timelines run each other in a circle, and would never end. Take one of them out of the activity or instance that runs it.</source>
   <translation>{path}: Diese Zeitleisten führen einander im Kreis aus und würden nie enden. Entfernen Sie eine davon aus der Aktivität oder Instanz, die sie ausführt.</translation>
  </message>
  <message>
   <source>{raw} cannot be reached from the entry of {name}: no participant gets there. Let another instance lead to it, or remove it.</source>
   <translation>{raw} ist vom Eingang von {name} aus nicht erreichbar: Kein Teilnehmer gelangt dorthin. Lassen Sie eine andere Instanz dorthin führen oder entfernen Sie sie.</translation>
  </message>
  <message numerus="yes">
   <source>{row} and %n more</source>
   <translation>
    <numerusform>{row} und %n weitere</numerusform>
    <numerusform>{row} und %n weitere</numerusform>
   </translation>
  </message>
  <message>
   <source>{row} and {last}</source>
   <translation>{row} und {last}</translation>
  </message>
  <message>
   <source>{subject} applies to {broken}: it marks nothing there. Choose something else, or remove it.</source>
   <translation>{subject} gilt für {broken}: Dort wird nichts markiert. Wählen Sie etwas anderes oder entfernen Sie den Verweis.</translation>
  </message>
  <message>
   <source>{subject} comes after {broken}: the order is broken there. Choose what comes before it.</source>
   <translation>{subject} kommt nach {broken}: Dort ist die Reihenfolge unterbrochen. Wählen Sie, was davor kommt.</translation>
  </message>
  <message>
   <source>{subject} comes before {broken}: the order is broken there. Choose what comes after it.</source>
   <translation>{subject} kommt vor {broken}: Dort ist die Reihenfolge unterbrochen. Wählen Sie, was danach kommt.</translation>
  </message>
  <message>
   <source>{subject} does not say what it is timed from: its planned day is unknown. Choose an instance.</source>
   <translation>{subject} sagt nicht, worauf sich die Zeit bezieht: Der geplante Tag ist unbekannt. Wählen Sie eine Instanz.</translation>
  </message>
  <message>
   <source>{subject} goes on to {broken}: the path stops there. Choose what comes next, or an exit.</source>
   <translation>{subject} geht weiter zu {broken}: Dort endet der Weg. Wählen Sie, was als Nächstes kommt, oder einen Ausgang.</translation>
  </message>
  <message>
   <source>{subject} has several timings; {raw} stands first. Keep one.</source>
   <translation>{subject} hat mehrere Zeitbezüge; {raw} steht an erster Stelle. Behalten Sie einen.</translation>
  </message>
  <message>
   <source>{subject} holds in {broken}: the footnote has no such place. Choose another, or remove it.</source>
   <translation>{subject} gilt an {broken}: Eine solche Stelle hat die Fußnote nicht. Wählen Sie eine andere oder entfernen Sie den Verweis.</translation>
  </message>
  <message>
   <source>{subject} holds the activity {broken}: the group is incomplete. Choose another activity, or remove it.</source>
   <translation>{subject} enthält die Aktivität {broken}: Die Gruppe ist unvollständig. Wählen Sie eine andere Aktivität oder entfernen Sie den Verweis.</translation>
  </message>
  <message>
   <source>{subject} holds the element {broken}: it is incomplete. Choose another element, or remove it.</source>
   <translation>{subject} enthält das Element {broken}: Die Zelle ist unvollständig. Wählen Sie ein anderes Element oder entfernen Sie den Verweis.</translation>
  </message>
  <message>
   <source>{subject} is an anchor beside {subject_2}: what is timed from one cannot be compared with what is timed from the other before both have taken place. Time it from another instance if that is not meant.</source>
   <translation>{subject} ist ein Anker neben {subject_2}: Was am einen hängt, ist mit dem, was am anderen hängt, nicht vergleichbar, bevor beide stattgefunden haben. Beziehen Sie die Zeit auf eine andere Instanz, wenn das nicht gemeint ist.</translation>
  </message>
  <message>
   <source>{subject} is an anchor, and an anchor has no window: all else is counted from it. Remove the window.</source>
   <translation>{subject} ist ein Anker, und ein Anker hat kein Zeitfenster: Alles andere wird von ihm aus gezählt. Entfernen Sie das Zeitfenster.</translation>
  </message>
  <message>
   <source>{subject} is an anchor, and an anchor is Start to Start. Choose that.</source>
   <translation>{subject} ist ein Anker, und ein Anker ist Start to Start. Wählen Sie das.</translation>
  </message>
  <message>
   <source>{subject} is an anchor, yet it is timed from {reference}. Make it Before or After, or let it refer to itself.</source>
   <translation>{subject} ist ein Anker, bezieht seine Zeit aber auf {reference}. Wählen Sie Before oder After, oder lassen Sie ihn auf sich selbst verweisen.</translation>
  </message>
  <message>
   <source>{subject} is in the arm {broken}: it belongs to no arm. Choose one.</source>
   <translation>{subject} ist im Arm {broken}: Die Zelle gehört zu keinem Arm. Wählen Sie einen.</translation>
  </message>
  <message>
   <source>{subject} is in the epoch {broken}: it stands under no epoch. Choose one.</source>
   <translation>{subject} ist in der Epoche {broken}: Die Instanz steht unter keiner Epoche. Wählen Sie eine.</translation>
  </message>
  <message>
   <source>{subject} is planned in whole days ({value}) and so has no time of day, but its window is in hours ({in_hours}): it cannot be judged. State the window in days, or the value in hours.</source>
   <translation>{subject} ist in ganzen Tagen geplant ({value}) und hat daher keine Uhrzeit, das Zeitfenster aber ist in Stunden ({in_hours}): Es ist nicht beurteilbar. Geben Sie das Zeitfenster in Tagen oder den Wert in Stunden an.</translation>
  </message>
  <message>
   <source>{subject} is scheduled at the timing {broken}: its time is unknown. Choose one of the schedule's timings.</source>
   <translation>{subject} ist zum Zeitbezug {broken} geplant: Die Zeit ist unbekannt. Wählen Sie einen der Zeitbezüge des Ablaufplans.</translation>
  </message>
  <message>
   <source>{subject} is the timing of {broken}: it times nothing. Choose what it times, or remove it.</source>
   <translation>{subject} ist der Zeitbezug von {broken}: Er gilt für nichts. Wählen Sie, wofür er gilt, oder entfernen Sie ihn.</translation>
  </message>
  <message>
   <source>{subject} is timed from itself: its planned day is unknown. Choose another instance, or make it the anchor (Fixed Reference).</source>
   <translation>{subject} bezieht die Zeit auf sich selbst: Der geplante Tag ist unbekannt. Wählen Sie eine andere Instanz oder machen Sie sie zum Anker (Fixed Reference).</translation>
  </message>
  <message>
   <source>{subject} is timed from {broken}: its planned day is unknown. Choose what it is timed from.</source>
   <translation>{subject} bezieht die Zeit auf {broken}: Der geplante Tag ist unbekannt. Wählen Sie, worauf sie sich bezieht.</translation>
  </message>
  <message>
   <source>{subject} leads to {broken}: that way leads nowhere. Choose where it leads.</source>
   <translation>{subject} führt zu {broken}: Dieser Weg führt nirgendwohin. Wählen Sie, wohin er führt.</translation>
  </message>
  <message>
   <source>{subject} leaves by the exit {broken}: the path has no end. Choose an exit of its timeline.</source>
   <translation>{subject} geht durch den Ausgang {broken}: Der Weg hat kein Ende. Wählen Sie einen Ausgang dieser Zeitleiste.</translation>
  </message>
  <message>
   <source>{subject} plans the activity {broken}: that mark cannot be shown. Choose another activity, or remove it.</source>
   <translation>{subject} plant die Aktivität {broken}: Diese Markierung kann nicht gezeigt werden. Wählen Sie eine andere Aktivität oder entfernen Sie den Verweis.</translation>
  </message>
  <message>
   <source>{subject} refers by {attribute} to {broken}: that reference is lost. Correct it, or remove it.</source>
   <translation>{subject} verweist mit {attribute} auf {broken}: Der Verweis ist verloren. Korrigieren oder entfernen Sie ihn.</translation>
  </message>
  <message>
   <source>{subject} runs the timeline {broken}: nothing is run there. Choose a timeline, or none.</source>
   <translation>{subject} führt die Zeitleiste {broken} aus: Dort läuft nichts. Wählen Sie eine Zeitleiste oder keine.</translation>
  </message>
  <message>
   <source>{subject} starts with {broken}: its start is unknown. Choose the instance that it starts with.</source>
   <translation>{subject} beginnt mit {broken}: Der Beginn ist unbekannt. Wählen Sie die Instanz, mit der sie beginnt.</translation>
  </message>
  <message>
   <source>{subject} takes place at the encounter {broken}: it stands under no encounter. Choose one.</source>
   <translation>{subject} findet am Encounter {broken} statt: Die Instanz steht unter keinem Encounter. Wählen Sie einen.</translation>
  </message>
  <message>
   <source>{target}, which is no activity of this design</source>
   <translation>{target} (keine Aktivität dieses Designs)</translation>
  </message>
  <message>
   <source>{target}, which is no arm of this design</source>
   <translation>{target} (kein Arm dieses Designs)</translation>
  </message>
  <message>
   <source>{target}, which is no element of this design</source>
   <translation>{target} (kein Element dieses Designs)</translation>
  </message>
  <message>
   <source>{target}, which is no encounter of this design</source>
   <translation>{target} (kein Encounter dieses Designs)</translation>
  </message>
  <message>
   <source>{target}, which is no epoch of this design</source>
   <translation>{target} (keine Epoche dieses Designs)</translation>
  </message>
  <message>
   <source>{target}, which is no exit of this timeline</source>
   <translation>{target} (kein Ausgang dieser Zeitleiste)</translation>
  </message>
  <message>
   <source>{target}, which is no instance of this timeline</source>
   <translation>{target} (keine Instanz dieser Zeitleiste)</translation>
  </message>
  <message>
   <source>{target}, which is no timeline of this design</source>
   <translation>{target} (keine Zeitleiste dieses Designs)</translation>
  </message>
  <message>
   <source>{timeline} is marked as the main timeline, and so is {raw}. Keep one of them.</source>
   <translation>{timeline} ist als Hauptzeitleiste gekennzeichnet, ebenso {raw}. Behalten Sie eine davon.</translation>
  </message>
  <message>
   <source>“{target}”, which does not exist</source>
   <translation>„{target}“ (gibt es nicht)</translation>
  </message>
 </context>
 <context>
  <name>first steps</name>
  <message>
   <source>A timeline begins with its first visit: often Day 1, the first dose.</source>
   <translation>Eine Zeitleiste beginnt mit ihrer ersten Visite: oft Tag 1, die erste Dosis.</translation>
  </message>
  <message>
   <source>Add the first activity</source>
   <translation>Erste Aktivität hinzufügen</translation>
  </message>
  <message>
   <source>Add the first visit</source>
   <translation>Erste Visite hinzufügen</translation>
  </message>
  <message>
   <source>Each activity is a row; a click, or Space, plans it at a visit.</source>
   <translation>Jede Aktivität ist eine Zeile; ein Klick oder die Leertaste plant sie an einer Visite.</translation>
  </message>
  <message>
   <source>No activities yet</source>
   <translation>Noch keine Aktivitäten</translation>
  </message>
  <message>
   <source>No visits yet</source>
   <translation>Noch keine Visiten</translation>
  </message>
 </context>
 <context>
  <name>graph</name>
  <message numerus="yes">
   <source>%n condition(s) or footnote(s) (name) it: see the cards.</source>
   <translation>
    <numerusform>%n Bedingung oder Fußnote nennt ihn: siehe Karten.</numerusform>
    <numerusform>%n Bedingungen oder Fußnoten nennen ihn: siehe Karten.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n instance(s)</source>
   <translation>
    <numerusform>%n Instanz</numerusform>
    <numerusform>%n Instanzen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n other timeline(s)</source>
   <translation>
    <numerusform>%n andere Zeitleiste</numerusform>
    <numerusform>%n andere Zeitleisten</numerusform>
   </translation>
  </message>
  <message>
   <source>Activity</source>
   <translation>Aktivität</translation>
  </message>
  <message>
   <source>All arms</source>
   <translation>Alle Arme</translation>
  </message>
  <message>
   <source>All visits of this timeline are planned for it.</source>
   <translation>Alle Visiten dieser Zeitleiste sind dafür geplant.</translation>
  </message>
  <message>
   <source>Arm</source>
   <translation>Arm</translation>
  </message>
  <message>
   <source>Arm, epoch, visit, activity or word</source>
   <translation>Arm, Epoche, Visite, Aktivität oder Wort</translation>
  </message>
  <message>
   <source>Arm: {name}</source>
   <translation>Arm: {name}</translation>
  </message>
  <message>
   <source>Arms, filter and find</source>
   <translation>Arme, Filter und Suche</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Zurück</translation>
  </message>
  <message>
   <source>Back to the timeline before (Alt+Left)</source>
   <translation>Zurück zur vorigen Zeitleiste (Alt+Links)</translation>
  </message>
  <message>
   <source>Clear</source>
   <translation>Löschen</translation>
  </message>
  <message>
   <source>Clear and close (Esc)</source>
   <translation>Leeren und schließen (Esc)</translation>
  </message>
  <message>
   <source>Clear the filter</source>
   <translation>Filter leeren</translation>
  </message>
  <message>
   <source>Click or drag to go there; arrow keys move the view</source>
   <translation>Klicken oder ziehen, um dorthin zu gehen; Pfeiltasten bewegen den Ausschnitt</translation>
  </message>
  <message>
   <source>Click to show it, right-click to show it beside</source>
   <translation>Klicken zeigt sie, Rechtsklick zeigt sie daneben</translation>
  </message>
  <message>
   <source>Close (Esc)</source>
   <translation>Schließen (Esc)</translation>
  </message>
  <message>
   <source>Close find</source>
   <translation>Suche schließen</translation>
  </message>
  <message>
   <source>Close the filter</source>
   <translation>Filter schließen</translation>
  </message>
  <message>
   <source>Close the timeline beside</source>
   <translation>Zeitleiste daneben schließen</translation>
  </message>
  <message>
   <source>Close the timeline beside (Ctrl+Shift+B)</source>
   <translation>Zeitleiste daneben schließen (Strg+Umschalt+B)</translation>
  </message>
  <message>
   <source>Close this tab (Ctrl+Shift+W)</source>
   <translation>Diesen Reiter schließen (Strg+Umschalt+W)</translation>
  </message>
  <message>
   <source>Close {timeline}</source>
   <translation>{timeline} schließen</translation>
  </message>
  <message>
   <source>Do not filter by {name}</source>
   <translation>Nicht nach {name} filtern</translation>
  </message>
  <message>
   <source>Encounter</source>
   <translation>Encounter</translation>
  </message>
  <message>
   <source>Epoch</source>
   <translation>Epoche</translation>
  </message>
  <message>
   <source>Filter of the graph</source>
   <translation>Filter des Graphen</translation>
  </message>
  <message>
   <source>Filter visits</source>
   <translation>Visiten filtern</translation>
  </message>
  <message>
   <source>Filter visits (Ctrl+L)</source>
   <translation>Visiten filtern (Strg+L)</translation>
  </message>
  <message>
   <source>Find a visit</source>
   <translation>Visite suchen</translation>
  </message>
  <message>
   <source>Find a visit (Ctrl+F)</source>
   <translation>Visite suchen (Strg+F)</translation>
  </message>
  <message>
   <source>Find on the graph</source>
   <translation>Im Graphen suchen</translation>
  </message>
  <message>
   <source>For example: Week 8, Day 57, ECG. Enter goes to the next, Shift+Enter back</source>
   <translation>Zum Beispiel: Woche 8, Tag 57, EKG. Eingabe geht zum nächsten Treffer, Umschalt+Eingabe zurück</translation>
  </message>
  <message>
   <source>Forward</source>
   <translation>Vor</translation>
  </message>
  <message>
   <source>Forward to the timeline after (Alt+Right)</source>
   <translation>Vor zur nächsten Zeitleiste (Alt+Rechts)</translation>
  </message>
  <message>
   <source>Light the visits that the protocol plans for one arm</source>
   <translation>Die Visiten hervorheben, die das Protokoll für einen Arm plant</translation>
  </message>
  <message>
   <source>Lit: the visits that the protocol plans for arm {arm}.</source>
   <translation>Hervorgehoben: die Visiten, die das Protokoll für Arm {arm} plant.</translation>
  </message>
  <message>
   <source>Map</source>
   <translation>Übersichtskarte</translation>
  </message>
  <message>
   <source>Map of the timeline</source>
   <translation>Übersichtskarte der Zeitleiste</translation>
  </message>
  <message>
   <source>Name, day, activity or footnote</source>
   <translation>Name, Tag, Aktivität oder Fußnote</translation>
  </message>
  <message>
   <source>Names this arm: {text}</source>
   <translation>Nennt diesen Arm: {text}</translation>
  </message>
  <message>
   <source>Next match</source>
   <translation>Nächster Treffer</translation>
  </message>
  <message>
   <source>Next match (Enter)</source>
   <translation>Nächster Treffer (Eingabe)</translation>
  </message>
  <message>
   <source>No visit matches</source>
   <translation>Keine Visite passt</translation>
  </message>
  <message>
   <source>Nothing found</source>
   <translation>Nichts gefunden</translation>
  </message>
  <message>
   <source>Nothing here says which arm a participant is in.</source>
   <translation>Nichts hier sagt, in welchem Arm ein Teilnehmer ist.</translation>
  </message>
  <message>
   <source>Open timelines</source>
   <translation>Offene Zeitleisten</translation>
  </message>
  <message>
   <source>Previous match</source>
   <translation>Voriger Treffer</translation>
  </message>
  <message>
   <source>Previous match (Shift+Enter)</source>
   <translation>Voriger Treffer (Umschalt+Eingabe)</translation>
  </message>
  <message>
   <source>Run by {activity}</source>
   <translation>Ausgeführt von {activity}</translation>
  </message>
  <message>
   <source>Run inside {visit}</source>
   <translation>Ausgeführt in {visit}</translation>
  </message>
  <message>
   <source>Schedule graph beside</source>
   <translation>Graph des Ablaufplans daneben</translation>
  </message>
  <message>
   <source>Show</source>
   <translation>Zeigen</translation>
  </message>
  <message>
   <source>Show all visits alike again (Ctrl+Shift+L)</source>
   <translation>Alle Visiten wieder gleich zeigen (Strg+Umschalt+L)</translation>
  </message>
  <message>
   <source>Show beside</source>
   <translation>Daneben zeigen</translation>
  </message>
  <message>
   <source>Show or hide the map (Ctrl+Shift+M)</source>
   <translation>Übersichtskarte ein- oder ausblenden (Strg+Umschalt+M)</translation>
  </message>
  <message>
   <source>Show or hide the timelines beside this one, and what starts them</source>
   <translation>Die Zeitleisten neben dieser und ihre Auslöser ein- oder ausblenden</translation>
  </message>
  <message>
   <source>Show this timeline beside the main one (Ctrl+Shift+B)</source>
   <translation>Diese Zeitleiste neben der Hauptzeitleiste zeigen (Strg+Umschalt+B)</translation>
  </message>
  <message>
   <source>Show {timeline}</source>
   <translation>{timeline} zeigen</translation>
  </message>
  <message>
   <source>Shown now</source>
   <translation>Jetzt gezeigt</translation>
  </message>
  <message>
   <source>Starts when: {condition}</source>
   <translation>Beginnt, wenn: {condition}</translation>
  </message>
  <message>
   <source>Type, and choose from the list or press Enter. What does not match is dimmed</source>
   <translation>Eingeben und aus der Liste wählen oder Eingabe drücken. Was nicht passt, wird abgeblendet</translation>
  </message>
  <message>
   <source>Way to this timeline</source>
   <translation>Weg zu dieser Zeitleiste</translation>
  </message>
  <message>
   <source>What starts it is not stated</source>
   <translation>Was sie auslöst, ist nicht angegeben</translation>
  </message>
  <message>
   <source>Word</source>
   <translation>Wort</translation>
  </message>
  <message>
   <source>activity {name}</source>
   <translation>Aktivität {name}</translation>
  </message>
  <message>
   <source>encounter {name}</source>
   <translation>Encounter {name}</translation>
  </message>
  <message>
   <source>in a condition</source>
   <translation>in einer Bedingung</translation>
  </message>
  <message>
   <source>in a footnote</source>
   <translation>in einer Fußnote</translation>
  </message>
  <message numerus="yes">
   <source>run at %n visit(s)</source>
   <translation>
    <numerusform>ausgeführt an %n Visite</numerusform>
    <numerusform>ausgeführt an %n Visiten</numerusform>
   </translation>
  </message>
  <message>
   <source>the day is in its window</source>
   <translation>der Tag liegt im Zeitfenster</translation>
  </message>
  <message>
   <source>{epoch}: {elements}</source>
   <translation>{epoch}: {elements}</translation>
  </message>
  <message>
   <source>{kind} {name}: press to take it out</source>
   <translation>{kind} {name}: drücken, um sie zu entfernen</translation>
  </message>
  <message numerus="yes">
   <source>{left} of %n visit(s)</source>
   <translation>
    <numerusform>{left} von %n Visite</numerusform>
    <numerusform>{left} von %n Visiten</numerusform>
   </translation>
  </message>
  <message>
   <source>{number} of {count}</source>
   <translation>{number} von {count}</translation>
  </message>
  <message>
   <source>{size}, {runs}</source>
   <translation>{size}, {runs}</translation>
  </message>
  <message>
   <source>{timeline}: {visits}</source>
   <translation>{timeline}: {visits}</translation>
  </message>
 </context>
 <context>
  <name>header</name>
  <message>
   <source>Back to the main timeline (Ctrl+M)</source>
   <translation>Zurück zur Hauptzeitleiste (Strg+M)</translation>
  </message>
  <message>
   <source>Find or do anything</source>
   <translation>Alles finden und tun</translation>
  </message>
  <message>
   <source>Find or do anything ({keys})</source>
   <translation>Alles finden und tun ({keys})</translation>
  </message>
  <message>
   <source>Main timeline</source>
   <translation>Hauptzeitleiste</translation>
  </message>
  <message>
   <source>Menu</source>
   <translation>Menü</translation>
  </message>
  <message>
   <source>Menu (F10)</source>
   <translation>Menü (F10)</translation>
  </message>
  <message>
   <source>No schedule</source>
   <translation>Kein Ablaufplan</translation>
  </message>
  <message>
   <source>Revision {number}</source>
   <translation>Revision {number}</translation>
  </message>
  <message>
   <source>Working copy of {file}</source>
   <translation>Arbeitskopie von {file}</translation>
  </message>
 </context>
 <context>
  <name>history</name>
  <message>
   <source>As it was opened</source>
   <translation>Wie geöffnet</translation>
  </message>
  <message>
   <source>Beside the protocol</source>
   <translation>Neben dem Protokoll</translation>
  </message>
  <message>
   <source>Close and lose them</source>
   <translation>Schließen und verlieren</translation>
  </message>
  <message numerus="yes">
   <source>Decided: %n edit(s).</source>
   <translation>
    <numerusform>Entschieden: %n Änderung.</numerusform>
    <numerusform>Entschieden: %n Änderungen.</numerusform>
   </translation>
  </message>
  <message>
   <source>Decide…</source>
   <translation>Entscheiden …</translation>
  </message>
  <message>
   <source>Every edit is where it belongs: there is none to export.</source>
   <translation>Jede Änderung ist, wo sie hingehört: Es gibt keine zu exportieren.</translation>
  </message>
  <message>
   <source>Every step of an edit is listed here, with a way back to each.</source>
   <translation>Hier steht jeder Schritt einer Bearbeitung, mit einem Weg zurück zu jedem.</translation>
  </message>
  <message>
   <source>Every step stands here once it is done. Ctrl+Z takes the last one back; nothing is lost.</source>
   <translation>Jeder Schritt steht hier, sobald er getan ist. Strg+Z nimmt den letzten zurück; nichts geht verloren.</translation>
  </message>
  <message>
   <source>Export unsent edits</source>
   <translation>Nicht gesendete Änderungen exportieren</translation>
  </message>
  <message>
   <source>Go back to here</source>
   <translation>Hierher zurückgehen</translation>
  </message>
  <message>
   <source>Goes with every edit from now on, into the audit record, until it is cleared.</source>
   <translation>Geht von nun an mit jeder Änderung in den Audit-Trail, bis der Text gelöscht wird.</translation>
  </message>
  <message numerus="yes">
   <source>Here again, and not in the file yet: %n edit(s).</source>
   <translation>
    <numerusform>Wieder hier und noch nicht in der Datei: %n Änderung.</numerusform>
    <numerusform>Wieder hier und noch nicht in der Datei: %n Änderungen.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Here again, and not sent yet: %n edit(s).</source>
   <translation>
    <numerusform>Wieder hier und noch nicht gesendet: %n Änderung.</numerusform>
    <numerusform>Wieder hier und noch nicht gesendet: %n Änderungen.</numerusform>
   </translation>
  </message>
  <message>
   <source>How to take it back is not known here any more.</source>
   <translation>Wie sich der Schritt zurücknehmen lässt, ist hier nicht mehr bekannt.</translation>
  </message>
  <message>
   <source>It cannot be undone alone: {reason}</source>
   <translation>Der Schritt lässt sich nicht einzeln zurücknehmen: {reason}</translation>
  </message>
  <message>
   <source>It cannot be undone alone: “{title}” touched the same since. Undo that first.</source>
   <translation>Der Schritt lässt sich nicht einzeln zurücknehmen: „{title}“ betraf seither dasselbe. Nehmen Sie zuerst das zurück.</translation>
  </message>
  <message>
   <source>It is undone already.</source>
   <translation>Der Schritt ist bereits zurückgenommen.</translation>
  </message>
  <message numerus="yes">
   <source>Kept beside the study, because it has changed since: %n edit(s). {reason}</source>
   <translation>
    <numerusform>Neben der Studie aufbewahrt, da sie sich seither geändert hat: %n Änderung. {reason}</numerusform>
    <numerusform>Neben der Studie aufbewahrt, da sie sich seither geändert hat: %n Änderungen. {reason}</numerusform>
   </translation>
  </message>
  <message>
   <source>No edit of this study was refused.</source>
   <translation>Keine Änderung dieser Studie wurde abgelehnt.</translation>
  </message>
  <message>
   <source>No study is open</source>
   <translation>Keine Studie ist geöffnet</translation>
  </message>
  <message numerus="yes">
   <source>Not saved: %n edit(s)</source>
   <translation>
    <numerusform>Nicht gespeichert: %n Änderung</numerusform>
    <numerusform>Nicht gespeichert: %n Änderungen</numerusform>
   </translation>
  </message>
  <message>
   <source>Nothing of it is left that could be undone: it was changed back since.</source>
   <translation>Davon ist nichts mehr zurückzunehmen: Es wurde seither zurückgeändert.</translation>
  </message>
  <message>
   <source>Nothing was changed yet</source>
   <translation>Noch wurde nichts geändert</translation>
  </message>
  <message>
   <source>Nothing was done that could be undone.</source>
   <translation>Nichts wurde getan, das sich zurücknehmen ließe.</translation>
  </message>
  <message>
   <source>Nothing was undone that could be done again.</source>
   <translation>Nichts wurde zurückgenommen, das sich wiederherstellen ließe.</translation>
  </message>
  <message>
   <source>Press Enter or click to take back every step; each can be done again.</source>
   <translation>Eingabe oder Klick nimmt alle Schritte zurück; jeder lässt sich wiederherstellen.</translation>
  </message>
  <message>
   <source>Put both together</source>
   <translation>Beides zusammenführen</translation>
  </message>
  <message>
   <source>Reason for the edits that follow</source>
   <translation>Grund für die folgenden Änderungen</translation>
  </message>
  <message>
   <source>Reason: {reason}</source>
   <translation>Grund: {reason}</translation>
  </message>
  <message>
   <source>Redo: {title}</source>
   <translation>Wiederherstellen: {title}</translation>
  </message>
  <message>
   <source>Rule</source>
   <translation>Regel</translation>
  </message>
  <message>
   <source>Show the history</source>
   <translation>Verlauf zeigen</translation>
  </message>
  <message>
   <source>Steps</source>
   <translation>Schritte</translation>
  </message>
  <message>
   <source>The backend did not accept “{title}”: {reason} It is kept here, and can be exported.</source>
   <translation>Das Backend hat „{title}“ nicht angenommen: {reason} Es wird hier aufbewahrt und lässt sich exportieren.</translation>
  </message>
  <message>
   <source>The last edits are being saved; the window closes by itself.</source>
   <translation>Die letzten Änderungen werden gespeichert; das Fenster schließt sich von selbst.</translation>
  </message>
  <message>
   <source>The study</source>
   <translation>Die Studie</translation>
  </message>
  <message>
   <source>The study is here already.</source>
   <translation>Die Studie ist bereits hier.</translation>
  </message>
  <message>
   <source>These edits cannot be read here. They are kept, and can be exported.</source>
   <translation>Diese Änderungen sind hier nicht lesbar. Sie werden aufbewahrt und lassen sich exportieren.</translation>
  </message>
  <message>
   <source>Timing of {visit}</source>
   <translation>Zeitbezug von {visit}</translation>
  </message>
  <message>
   <source>Undo only this step</source>
   <translation>Nur diesen Schritt zurücknehmen</translation>
  </message>
  <message>
   <source>Undo: {title}</source>
   <translation>Rückgängig: {title}</translation>
  </message>
  <message>
   <source>What came after it stays; this is a step of its own.</source>
   <translation>Was danach kam, bleibt; dies ist ein eigener Schritt.</translation>
  </message>
  <message>
   <source>What the step changed</source>
   <translation>Was der Schritt geändert hat</translation>
  </message>
  <message>
   <source>What was not sent</source>
   <translation>Was nicht gesendet wurde</translation>
  </message>
  <message>
   <source>Where a card stands is taken back in its order alone.</source>
   <translation>Wo eine Karte steht, lässt sich nur der Reihe nach zurücknehmen.</translation>
  </message>
  <message>
   <source>Why, for the edits that follow (optional)</source>
   <translation>Grund der folgenden Änderungen (optional)</translation>
  </message>
  <message>
   <source>added</source>
   <translation>hinzugefügt</translation>
  </message>
  <message>
   <source>added ({kind})</source>
   <translation>hinzugefügt ({kind})</translation>
  </message>
  <message>
   <source>all of these are done: {activities}</source>
   <translation>alle davon werden durchgeführt: {activities}</translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>und %n weitere</numerusform>
    <numerusform>und %n weitere</numerusform>
   </translation>
  </message>
  <message>
   <source>at the beginning</source>
   <translation>am Anfang</translation>
  </message>
  <message>
   <source>behind {other}</source>
   <translation>hinter {other}</translation>
  </message>
  <message>
   <source>changed</source>
   <translation>geändert</translation>
  </message>
  <message>
   <source>classed as conditional</source>
   <translation>als bedingt eingestuft</translation>
  </message>
  <message>
   <source>classed as optional</source>
   <translation>als optional eingestuft</translation>
  </message>
  <message>
   <source>classed as required</source>
   <translation>als erforderlich eingestuft</translation>
  </message>
  <message numerus="yes">
   <source>done %n time(s) in the visit</source>
   <translation>
    <numerusform>%n-mal in der Visite durchgeführt</numerusform>
    <numerusform>%n-mal in der Visite durchgeführt</numerusform>
   </translation>
  </message>
  <message>
   <source>goes on from {first} to {last}</source>
   <translation>fortlaufend von {first} bis {last}</translation>
  </message>
  <message>
   <source>is no longer one of those of which one is done</source>
   <translation>gehört nicht mehr zu denen, von denen eine durchgeführt wird</translation>
  </message>
  <message>
   <source>is one of those of which one is done</source>
   <translation>gehört zu denen, von denen eine durchgeführt wird</translation>
  </message>
  <message>
   <source>moved behind {other}</source>
   <translation>hinter {other} verschoben</translation>
  </message>
  <message>
   <source>moved to the beginning</source>
   <translation>an den Anfang verschoben</translation>
  </message>
  <message>
   <source>no</source>
   <translation>nein</translation>
  </message>
  <message>
   <source>no longer goes on from {first} to {last}</source>
   <translation>nicht mehr fortlaufend von {first} bis {last}</translation>
  </message>
  <message>
   <source>not stated</source>
   <translation>nicht angegeben</translation>
  </message>
  <message>
   <source>not there</source>
   <translation>nicht vorhanden</translation>
  </message>
  <message>
   <source>one of these is done: {activities}</source>
   <translation>eine davon wird durchgeführt: {activities}</translation>
  </message>
  <message>
   <source>placed in the graph; the protocol is unchanged</source>
   <translation>im Graphen platziert; das Protokoll ist unverändert</translation>
  </message>
  <message>
   <source>put in another order</source>
   <translation>umgeordnet</translation>
  </message>
  <message>
   <source>removed</source>
   <translation>entfernt</translation>
  </message>
  <message>
   <source>removed ({kind})</source>
   <translation>entfernt ({kind})</translation>
  </message>
  <message>
   <source>stands where the layout puts it</source>
   <translation>steht, wo die Anordnung es hinstellt</translation>
  </message>
  <message>
   <source>taken back alone by a later step</source>
   <translation>durch einen späteren Schritt einzeln zurückgenommen</translation>
  </message>
  <message>
   <source>the study is here</source>
   <translation>die Studie ist hier</translation>
  </message>
  <message>
   <source>there</source>
   <translation>vorhanden</translation>
  </message>
  <message>
   <source>undone</source>
   <translation>zurückgenommen</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>ja</translation>
  </message>
  <message>
   <source>{activity} at {visit}</source>
   <translation>{activity} an {visit}</translation>
  </message>
  <message>
   <source>{attribute}: {name} added</source>
   <translation>{attribute}: {name} hinzugefügt</translation>
  </message>
  <message>
   <source>{attribute}: {name} taken out</source>
   <translation>{attribute}: {name} entfernt</translation>
  </message>
  <message>
   <source>{attribute}: {old} → {new}</source>
   <translation>{attribute}: {old} → {new}</translation>
  </message>
  <message>
   <source>{author}: {title}</source>
   <translation>{author}: {title}</translation>
  </message>
  <message>
   <source>{change} (follows by itself)</source>
   <translation>{change} (folgt von selbst)</translation>
  </message>
  <message>
   <source>{date}, {time}</source>
   <translation>{date}, {time}</translation>
  </message>
  <message numerus="yes">
   <source>{list} and %n more</source>
   <translation>
    <numerusform>{list} und %n weitere</numerusform>
    <numerusform>{list} und %n weitere</numerusform>
   </translation>
  </message>
  <message>
   <source>{name} ({kind})</source>
   <translation>{name} ({kind})</translation>
  </message>
  <message>
   <source>{name}: place</source>
   <translation>{name}: Stelle</translation>
  </message>
  <message>
   <source>{name}: {attribute}</source>
   <translation>{name}: {attribute}</translation>
  </message>
  <message>
   <source>{name}: {attribute}, {entry}</source>
   <translation>{name}: {attribute}, {entry}</translation>
  </message>
  <message>
   <source>{reason} Cancel, make room and wait for “Saved” below, or export the unsent edits. Closing now loses them.</source>
   <translation>{reason} Brechen Sie ab, schaffen Sie Platz und warten Sie unten auf „Gespeichert“, oder exportieren Sie die nicht gesendeten Änderungen. Beim Schließen jetzt gehen sie verloren.</translation>
  </message>
  <message>
   <source>“{text}”</source>
   <translation>„{text}“</translation>
  </message>
  <message>
   <source>“{title}” by {author} does not fit beside what was edited here; nothing is lost.</source>
   <translation>„{title}“ von {author} passt nicht zu dem, was hier geändert wurde; nichts geht verloren.</translation>
  </message>
 </context>
 <context>
  <name>home</name>
  <message>
   <source>A newer revision is there</source>
   <translation>Es gibt eine neuere Revision</translation>
  </message>
  <message>
   <source>Backend and this computer</source>
   <translation>Backend und dieser Computer</translation>
  </message>
  <message>
   <source>Begin a study from a template (Ctrl+N)</source>
   <translation>Eine Studie aus einer Vorlage beginnen (Strg+N)</translation>
  </message>
  <message>
   <source>Begin one with Ctrl+N, open a USDM file (JSON, version 3 or 4) with Ctrl+O, or drop one on this page. Import sends it to the backend, so that others see it and it stays readable offline.</source>
   <translation>Beginnen Sie eine mit Strg+N, öffnen Sie eine USDM-Datei (JSON, Version 3 oder 4) mit Strg+O, oder ziehen Sie eine auf diese Seite. Importieren sendet sie an das Backend, sodass andere sie sehen und sie offline lesbar bleibt.</translation>
  </message>
  <message>
   <source>Comes with Maestro</source>
   <translation>Gehört zu Maestro</translation>
  </message>
  <message>
   <source>Drop to open the study</source>
   <translation>Loslassen, um die Studie zu öffnen</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Datei</translation>
  </message>
  <message>
   <source>Find words in every study on this computer (Ctrl+Shift+F)</source>
   <translation>Wörter in allen Studien auf diesem Computer suchen (Strg+Umschalt+F)</translation>
  </message>
  <message>
   <source>Import</source>
   <translation>Importieren</translation>
  </message>
  <message>
   <source>Import…</source>
   <translation>Importieren …</translation>
  </message>
  <message>
   <source>Needs the backend, which cannot be reached</source>
   <translation>Braucht das Backend, das nicht erreichbar ist</translation>
  </message>
  <message>
   <source>Never synced</source>
   <translation>Nie synchronisiert</translation>
  </message>
  <message>
   <source>New study</source>
   <translation>Neue Studie</translation>
  </message>
  <message>
   <source>New study…</source>
   <translation>Neue Studie …</translation>
  </message>
  <message>
   <source>No studies yet</source>
   <translation>Noch keine Studien</translation>
  </message>
  <message>
   <source>Not on this computer yet</source>
   <translation>Noch nicht auf diesem Computer</translation>
  </message>
  <message>
   <source>Offline since {time}. Showing what is on this computer.</source>
   <translation>Offline seit {time}. Gezeigt wird, was auf diesem Computer ist.</translation>
  </message>
  <message>
   <source>Offline, as of {when}. Showing what is on this computer.</source>
   <translation>Offline, Stand {when}. Gezeigt wird, was auf diesem Computer ist.</translation>
  </message>
  <message>
   <source>Offline: the backend has not been reached yet. Showing what is on this computer.</source>
   <translation>Offline: Das Backend wurde noch nicht erreicht. Gezeigt wird, was auf diesem Computer ist.</translation>
  </message>
  <message>
   <source>On the backend</source>
   <translation>Auf dem Backend</translation>
  </message>
  <message>
   <source>On this computer</source>
   <translation>Auf diesem Computer</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Öffnen</translation>
  </message>
  <message>
   <source>Open a USDM file from this computer (Ctrl+O)</source>
   <translation>Eine USDM-Datei von diesem Computer öffnen (Strg+O)</translation>
  </message>
  <message>
   <source>Open file</source>
   <translation>Datei öffnen</translation>
  </message>
  <message>
   <source>Open file…</source>
   <translation>Datei öffnen …</translation>
  </message>
  <message>
   <source>Opened {when}</source>
   <translation>Geöffnet {when}</translation>
  </message>
  <message>
   <source>Recent files</source>
   <translation>Zuletzt verwendete Dateien</translation>
  </message>
  <message>
   <source>Remove from the list</source>
   <translation>Aus der Liste entfernen</translation>
  </message>
  <message>
   <source>Revision {number}</source>
   <translation>Revision {number}</translation>
  </message>
  <message>
   <source>Sample</source>
   <translation>Beispiel</translation>
  </message>
  <message>
   <source>Search all studies</source>
   <translation>Alle Studien durchsuchen</translation>
  </message>
  <message>
   <source>Search all studies…</source>
   <translation>Alle Studien durchsuchen …</translation>
  </message>
  <message>
   <source>Send a USDM file to the backend</source>
   <translation>Eine USDM-Datei an das Backend senden</translation>
  </message>
  <message>
   <source>Start with the sample, open a USDM file (Ctrl+O), or drop one anywhere on this page.</source>
   <translation>Beginnen Sie mit dem Beispiel, öffnen Sie eine USDM-Datei (Strg+O), oder ziehen Sie eine auf diese Seite.</translation>
  </message>
  <message>
   <source>Studies</source>
   <translation>Studien</translation>
  </message>
  <message>
   <source>Studies and files</source>
   <translation>Studien und Dateien</translation>
  </message>
  <message>
   <source>Synced {when}</source>
   <translation>Synchronisiert {when}</translation>
  </message>
  <message>
   <source>Take {title} off the list?</source>
   <translation>{title} aus der Liste entfernen?</translation>
  </message>
  <message>
   <source>The backend cannot be reached. Open the file instead: it is kept here.</source>
   <translation>Das Backend ist nicht erreichbar. Öffnen Sie stattdessen die Datei: Sie wird hier aufbewahrt.</translation>
  </message>
  <message>
   <source>The file itself stays where it is. What you set for it on this computer goes: dates, and where cards were placed.</source>
   <translation>Die Datei selbst bleibt, wo sie ist. Was Sie auf diesem Computer dafür eingestellt haben, wird entfernt: Termine und die Plätze der Karten.</translation>
  </message>
  <message>
   <source>What is on this computer stays readable with no network.</source>
   <translation>Was auf diesem Computer ist, bleibt ohne Netz lesbar.</translation>
  </message>
 </context>
 <context>
  <name>inspector</name>
  <message numerus="yes">
   <source>%n chosen.</source>
   <translation>
    <numerusform>%n gewählt.</numerusform>
    <numerusform>%n gewählt.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n day(s)</source>
   <translation>
    <numerusform>%n Tag</numerusform>
    <numerusform>%n Tage</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n day(s) after {anchor}, which is Study Day {day}</source>
   <translation>
    <numerusform>%n Tag nach {anchor}, also an Studientag {day}</numerusform>
    <numerusform>%n Tage nach {anchor}, also an Studientag {day}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n more: type some letters of it.</source>
   <translation>
    <numerusform>%n weitere: Geben Sie einige Buchstaben ein.</numerusform>
    <numerusform>%n weitere: Geben Sie einige Buchstaben ein.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n other(s) of this schedule</source>
   <translation>
    <numerusform>%n weitere dieses Ablaufplans</numerusform>
    <numerusform>%n weitere dieses Ablaufplans</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n scheduled instance(s)</source>
   <translation>
    <numerusform>%n geplante Instanz</numerusform>
    <numerusform>%n geplante Instanzen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n time(s) in the visit</source>
   <translation>
    <numerusform>%n-mal in der Visite</numerusform>
    <numerusform>%n-mal in der Visite</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n visit(s)</source>
   <translation>
    <numerusform>%n Visite</numerusform>
    <numerusform>%n Visiten</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n visit(s) (move) with it:</source>
   <translation>
    <numerusform>%n Visite verschiebt sich mit:</numerusform>
    <numerusform>%n Visiten verschieben sich mit:</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n visit(s) (move):</source>
   <translation>
    <numerusform>%n Visite verschiebt sich:</numerusform>
    <numerusform>%n Visiten verschieben sich:</numerusform>
   </translation>
  </message>
  <message>
   <source>&amp;Keep it at {day}</source>
   <translation>Bei {day} &amp;belassen</translation>
  </message>
  <message>
   <source>= {duration}</source>
   <translation>= {duration}</translation>
  </message>
  <message>
   <source>A cell is where an arm meets an epoch: it cannot be another one.</source>
   <translation>Eine Zelle liegt, wo ein Arm auf eine Epoche trifft: Sie kann keine andere sein.</translation>
  </message>
  <message>
   <source>A design has one main timeline. Make another one the main one, and this one is not any more.</source>
   <translation>Ein Design hat eine Hauptzeitleiste. Machen Sie eine andere dazu, dann ist es diese nicht mehr.</translation>
  </message>
  <message>
   <source>A person, each time</source>
   <translation>Eine Person, jedes Mal</translation>
  </message>
  <message>
   <source>A side timeline, started by an event</source>
   <translation>Eine Nebenzeitleiste, von einem Ereignis ausgelöst</translation>
  </message>
  <message>
   <source>A sub-timeline, run inside a visit</source>
   <translation>Eine Unterzeitleiste, innerhalb einer Visite ausgeführt</translation>
  </message>
  <message>
   <source>A timing belongs to its visit. Edit the timing of the other visit instead.</source>
   <translation>Ein Zeitbezug gehört zu seiner Visite. Bearbeiten Sie stattdessen den Zeitbezug der anderen Visite.</translation>
  </message>
  <message>
   <source>A way</source>
   <translation>Ein Weg</translation>
  </message>
  <message>
   <source>Activities in this group · {number}</source>
   <translation>Aktivitäten in dieser Gruppe · {number}</translation>
  </message>
  <message>
   <source>Activities · {number}</source>
   <translation>Aktivitäten · {number}</translation>
  </message>
  <message>
   <source>Actual day</source>
   <translation>Tatsächlicher Tag</translation>
  </message>
  <message>
   <source>Add</source>
   <translation>Hinzufügen</translation>
  </message>
  <message>
   <source>Add {attribute}</source>
   <translation>{attribute} hinzufügen</translation>
  </message>
  <message>
   <source>After</source>
   <translation>Nach</translation>
  </message>
  <message>
   <source>An identifier is not changed: other parts of the study refer to it.</source>
   <translation>Eine Kennung wird nicht geändert: Andere Teile der Studie verweisen darauf.</translation>
  </message>
  <message>
   <source>Anchor</source>
   <translation>Anker</translation>
  </message>
  <message>
   <source>Assumed</source>
   <translation>Angenommen</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Zurück</translation>
  </message>
  <message>
   <source>Before</source>
   <translation>Vor</translation>
  </message>
  <message>
   <source>Bold</source>
   <translation>Fett</translation>
  </message>
  <message>
   <source>By</source>
   <translation>Durch</translation>
  </message>
  <message>
   <source>By arm</source>
   <translation>Je Arm</translation>
  </message>
  <message>
   <source>By epoch</source>
   <translation>Je Epoche</translation>
  </message>
  <message>
   <source>By its timing it is Study Day {day}</source>
   <translation>Nach dem Zeitbezug ist es Studientag {day}</translation>
  </message>
  <message>
   <source>Compare</source>
   <translation>Vergleichen</translation>
  </message>
  <message>
   <source>Conditional</source>
   <translation>Bedingt</translation>
  </message>
  <message>
   <source>Contact</source>
   <translation>Kontakt</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Kopieren</translation>
  </message>
  <message>
   <source>Counts from</source>
   <translation>Zählt ab</translation>
  </message>
  <message>
   <source>Dates</source>
   <translation>Termine</translation>
  </message>
  <message>
   <source>Day {day}</source>
   <translation>Tag {day}</translation>
  </message>
  <message>
   <source>Day {first} to {last}</source>
   <translation>Tag {first} bis {last}</translation>
  </message>
  <message>
   <source>Decided by</source>
   <translation>Entschieden durch</translation>
  </message>
  <message>
   <source>Edit</source>
   <translation>Bearbeiten</translation>
  </message>
  <message>
   <source>Edit the rule…</source>
   <translation>Regel bearbeiten …</translation>
  </message>
  <message>
   <source>Edit {what}</source>
   <translation>{what} bearbeiten</translation>
  </message>
  <message>
   <source>Empty list</source>
   <translation>Leere Liste</translation>
  </message>
  <message>
   <source>Encounter</source>
   <translation>Encounter</translation>
  </message>
  <message>
   <source>End to end</source>
   <translation>Ende zu Ende</translation>
  </message>
  <message>
   <source>End to start</source>
   <translation>Ende zu Beginn</translation>
  </message>
  <message>
   <source>Ends when</source>
   <translation>Endet, wenn</translation>
  </message>
  <message>
   <source>Enter keeps it, Shift+Enter begins a new line, Escape gives it up.</source>
   <translation>Eingabe übernimmt, Umschalt+Eingabe beginnt eine neue Zeile, Esc verwirft.</translation>
  </message>
  <message>
   <source>Enter or F2 edits it</source>
   <translation>Eingabe oder F2 bearbeitet</translation>
  </message>
  <message>
   <source>Epoch</source>
   <translation>Epoche</translation>
  </message>
  <message>
   <source>Exit {number}</source>
   <translation>Ausgang {number}</translation>
  </message>
  <message>
   <source>Expected</source>
   <translation>Erwartet</translation>
  </message>
  <message>
   <source>Footnotes here</source>
   <translation>Fußnoten hier</translation>
  </message>
  <message>
   <source>Footnotes without a place that may mean this · {number}</source>
   <translation>Fußnoten ohne Platz, die dies meinen könnten · {number}</translation>
  </message>
  <message>
   <source>For this alone · {number}</source>
   <translation>Nur hierfür · {number}</translation>
  </message>
  <message>
   <source>Forward</source>
   <translation>Vor</translation>
  </message>
  <message>
   <source>From anchor</source>
   <translation>Ab Anker</translation>
  </message>
  <message>
   <source>Goes on</source>
   <translation>Fortlaufend</translation>
  </message>
  <message>
   <source>Gone round while “{condition}”, each time from {head}. One pass is shown.</source>
   <translation>Durchlaufen, solange „{condition}“, jeweils ab {head}. Gezeigt ist ein Durchlauf.</translation>
  </message>
  <message>
   <source>Gone round while “{condition}”: once on each of {days}, then on to {visit}.</source>
   <translation>Durchlaufen, solange „{condition}“: einmal an jedem von {days}, dann weiter zu {visit}.</translation>
  </message>
  <message>
   <source>Gone round while “{condition}”: once on each of {days}.</source>
   <translation>Durchlaufen, solange „{condition}“: einmal an jedem von {days}.</translation>
  </message>
  <message>
   <source>Group</source>
   <translation>Gruppe</translation>
  </message>
  <message>
   <source>Hide</source>
   <translation>Ausblenden</translation>
  </message>
  <message>
   <source>Holds</source>
   <translation>Enthält</translation>
  </message>
  <message>
   <source>Holds at</source>
   <translation>Gilt an</translation>
  </message>
  <message>
   <source>How binding, how often, how long</source>
   <translation>Wie verbindlich, wie oft, wie lange</translation>
  </message>
  <message>
   <source>In a loop</source>
   <translation>In einer Schleife</translation>
  </message>
  <message>
   <source>In group</source>
   <translation>In Gruppe</translation>
  </message>
  <message>
   <source>In its words</source>
   <translation>Im Wortlaut</translation>
  </message>
  <message>
   <source>In the file</source>
   <translation>In der Datei</translation>
  </message>
  <message>
   <source>In which order is not stated by the schedule.</source>
   <translation>Die Reihenfolge ist im Ablaufplan nicht angegeben.</translation>
  </message>
  <message>
   <source>Inspector</source>
   <translation>Inspektor</translation>
  </message>
  <message numerus="yes">
   <source>It names {named}; marks stand on %n day(s): {marked}</source>
   <translation>
    <numerusform>Sie nennt {named}; Markierungen stehen an %n Tag: {marked}</numerusform>
    <numerusform>Sie nennt {named}; Markierungen stehen an %n Tagen: {marked}</numerusform>
   </translation>
  </message>
  <message>
   <source>It took place on Study Day {day}</source>
   <translation>Es fand an Studientag {day} statt</translation>
  </message>
  <message>
   <source>Italic</source>
   <translation>Kursiv</translation>
  </message>
  <message>
   <source>Its id is missing, or another entity has the same one. It is kept in the file as it is; Problems tells where.</source>
   <translation>Die ID fehlt oder kommt noch einmal vor. Der Eintrag bleibt in der Datei, wie er ist; „Probleme“ sagt, wo.</translation>
  </message>
  <message>
   <source>Its values are edited below</source>
   <translation>Die Werte werden unten bearbeitet</translation>
  </message>
  <message>
   <source>Leads nowhere</source>
   <translation>Führt nirgendwohin</translation>
  </message>
  <message>
   <source>Letter</source>
   <translation>Letter</translation>
  </message>
  <message>
   <source>List</source>
   <translation>Liste</translation>
  </message>
  <message>
   <source>List of {number}</source>
   <translation>Liste mit {number}</translation>
  </message>
  <message>
   <source>May become</source>
   <translation>Kann werden</translation>
  </message>
  <message>
   <source>No</source>
   <translation>Nein</translation>
  </message>
  <message>
   <source>No other visit moves.</source>
   <translation>Keine andere Visite verschiebt sich.</translation>
  </message>
  <message>
   <source>No study is open</source>
   <translation>Keine Studie ist geöffnet</translation>
  </message>
  <message>
   <source>None</source>
   <translation>Keine Angabe</translation>
  </message>
  <message>
   <source>Not planned</source>
   <translation>Nicht geplant</translation>
  </message>
  <message>
   <source>Not stated</source>
   <translation>Nicht angegeben</translation>
  </message>
  <message>
   <source>Not stated: {attributes}</source>
   <translation>Nicht angegeben: {attributes}</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Hinweis</translation>
  </message>
  <message>
   <source>Nothing here is called so.</source>
   <translation>Nichts hier heißt so.</translation>
  </message>
  <message>
   <source>Nothing is planned at: {steps}</source>
   <translation>Nichts ist geplant an: {steps}</translation>
  </message>
  <message>
   <source>Nothing is planned here.</source>
   <translation>Hier ist nichts geplant.</translation>
  </message>
  <message>
   <source>Nothing selected</source>
   <translation>Nichts ausgewählt</translation>
  </message>
  <message>
   <source>Nothing: no other visit is timed from it.</source>
   <translation>Nichts: Keine andere Visite hängt zeitlich daran.</translation>
  </message>
  <message>
   <source>Now expected on Study Day {day}</source>
   <translation>Jetzt erwartet an Studientag {day}</translation>
  </message>
  <message>
   <source>One of</source>
   <translation>Eine von</translation>
  </message>
  <message>
   <source>Open the rule…</source>
   <translation>Regel öffnen …</translation>
  </message>
  <message>
   <source>Optional</source>
   <translation>Optional</translation>
  </message>
  <message>
   <source>Part of</source>
   <translation>Teil von</translation>
  </message>
  <message>
   <source>Part of the cells</source>
   <translation>Teil der Zellen</translation>
  </message>
  <message>
   <source>Planned</source>
   <translation>Geplant</translation>
  </message>
  <message>
   <source>Planned at · {number}, {timeline}</source>
   <translation>Geplant an · {number}, {timeline}</translation>
  </message>
  <message>
   <source>Protocol text · {number}</source>
   <translation>Protokolltext · {number}</translation>
  </message>
  <message>
   <source>Reference</source>
   <translation>Referenz</translation>
  </message>
  <message>
   <source>Rule</source>
   <translation>Regel</translation>
  </message>
  <message>
   <source>Rules</source>
   <translation>Regeln</translation>
  </message>
  <message>
   <source>Run at · {number}</source>
   <translation>Ausgeführt an · {number}</translation>
  </message>
  <message>
   <source>Say a rule…</source>
   <translation>Regel angeben …</translation>
  </message>
  <message>
   <source>Scripts, pictures and links are not kept here. Take them out.</source>
   <translation>Skripte, Bilder und Links werden hier nicht aufbewahrt. Entfernen Sie sie.</translation>
  </message>
  <message>
   <source>Select a visit, an activity or an arrow to read everything the study says of it. Links lead on; Alt+Left leads back.</source>
   <translation>Wählen Sie eine Visite, eine Aktivität oder einen Pfeil aus, um alles zu lesen, was die Studie darüber sagt. Links führen weiter; Alt+Links führt zurück.</translation>
  </message>
  <message>
   <source>Setting</source>
   <translation>Umgebung</translation>
  </message>
  <message>
   <source>Show</source>
   <translation>Zeigen</translation>
  </message>
  <message>
   <source>Show all</source>
   <translation>Alle zeigen</translation>
  </message>
  <message>
   <source>Show it in {timeline}</source>
   <translation>In {timeline} zeigen</translation>
  </message>
  <message>
   <source>Show more</source>
   <translation>Mehr zeigen</translation>
  </message>
  <message>
   <source>Show {what}</source>
   <translation>{what} zeigen</translation>
  </message>
  <message>
   <source>Something must stand here. Escape keeps what stood here before.</source>
   <translation>Hier muss etwas stehen. Esc behält, was vorher hier stand.</translation>
  </message>
  <message>
   <source>Space or a click adds and takes out, Enter keeps.</source>
   <translation>Leertaste oder Klick fügt hinzu und entfernt, Eingabe übernimmt.</translation>
  </message>
  <message>
   <source>Start to end</source>
   <translation>Beginn zu Ende</translation>
  </message>
  <message>
   <source>Start to start</source>
   <translation>Beginn zu Beginn</translation>
  </message>
  <message>
   <source>Starts when</source>
   <translation>Beginnt, wenn</translation>
  </message>
  <message>
   <source>Study day</source>
   <translation>Studientag</translation>
  </message>
  <message>
   <source>Subscript</source>
   <translation>Tiefgestellt</translation>
  </message>
  <message>
   <source>Superscript</source>
   <translation>Hochgestellt</translation>
  </message>
  <message>
   <source>The USDM class says what this is. It is not changed.</source>
   <translation>Die USDM-Klasse sagt, was dies ist. Sie wird nicht geändert.</translation>
  </message>
  <message>
   <source>The file</source>
   <translation>Die Datei</translation>
  </message>
  <message>
   <source>The file refers to this id; nothing has it</source>
   <translation>Die Datei verweist auf diese ID; nichts hat sie</translation>
  </message>
  <message>
   <source>The main timeline: the Schedule of Activities</source>
   <translation>Die Hauptzeitleiste: der Ablaufplan (SoA)</translation>
  </message>
  <message>
   <source>The protocol's text is read here and not edited.</source>
   <translation>Der Protokolltext wird hier gelesen und nicht bearbeitet.</translation>
  </message>
  <message>
   <source>The same at</source>
   <translation>Dasselbe an</translation>
  </message>
  <message>
   <source>This cannot be addressed</source>
   <translation>Dies ist nicht adressierbar</translation>
  </message>
  <message>
   <source>This follows the order by itself. Move it in the order instead.</source>
   <translation>Dies folgt von selbst der Reihenfolge. Verschieben Sie es stattdessen dort.</translation>
  </message>
  <message>
   <source>This holds a table, a reference or the like: it is edited as it stands in the file, as HTML.</source>
   <translation>Dies enthält eine Tabelle, einen Verweis oder Ähnliches: Bearbeitet wird es, wie es in der Datei steht, als HTML.</translation>
  </message>
  <message>
   <source>This holds parts of their own. Open each of them to edit it.</source>
   <translation>Dies enthält eigene Teile. Öffnen Sie jeden davon, um ihn zu bearbeiten.</translation>
  </message>
  <message>
   <source>This is kept as it is. Nothing here knows what may stand in it.</source>
   <translation>Dies bleibt, wie es ist. Nichts hier weiß, was darin stehen darf.</translation>
  </message>
  <message>
   <source>Through</source>
   <translation>Über</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Zeit</translation>
  </message>
  <message>
   <source>Timed from this · {number}</source>
   <translation>Hängt zeitlich hieran · {number}</translation>
  </message>
  <message>
   <source>Timed within the visit</source>
   <translation>Innerhalb der Visite terminiert</translation>
  </message>
  <message>
   <source>Timeline</source>
   <translation>Zeitleiste</translation>
  </message>
  <message>
   <source>Times count from here</source>
   <translation>Zeiten zählen ab hier</translation>
  </message>
  <message>
   <source>Timing</source>
   <translation>Zeitbezug</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>Titel</translation>
  </message>
  <message>
   <source>To {visit}</source>
   <translation>Zu {visit}</translation>
  </message>
  <message>
   <source>Took place on</source>
   <translation>Fand statt am</translation>
  </message>
  <message>
   <source>Type the date of {anchor} to see dates</source>
   <translation>Datum von {anchor} eingeben, um Termine zu sehen</translation>
  </message>
  <message>
   <source>Type to find</source>
   <translation>Zum Suchen eingeben</translation>
  </message>
  <message>
   <source>USDM attribute {name}</source>
   <translation>USDM-Attribut {name}</translation>
  </message>
  <message>
   <source>USDM class {name}</source>
   <translation>USDM-Klasse {name}</translation>
  </message>
  <message>
   <source>Under the encounter {encounter}</source>
   <translation>Unter dem Encounter {encounter}</translation>
  </message>
  <message>
   <source>Undo brings it back. Alt+Left leads to what was shown before it.</source>
   <translation>Rückgängig stellt es wieder her. Alt+Links führt zu dem, was vorher gezeigt wurde.</translation>
  </message>
  <message>
   <source>Visit</source>
   <translation>Visite</translation>
  </message>
  <message>
   <source>What a study says of each of its parts shows here.</source>
   <translation>Was eine Studie über jeden ihrer Teile sagt, steht hier.</translation>
  </message>
  <message>
   <source>What can be done with it</source>
   <translation>Was sich damit tun lässt</translation>
  </message>
  <message>
   <source>What hangs on this</source>
   <translation>Was hieran hängt</translation>
  </message>
  <message>
   <source>What hangs on this · {number}</source>
   <translation>Was hieran hängt · {number}</translation>
  </message>
  <message>
   <source>What it is</source>
   <translation>Was es ist</translation>
  </message>
  <message numerus="yes">
   <source>Where used: {timeline}, %n visit(s)</source>
   <translation>
    <numerusform>Verwendet: {timeline}, %n Visite</numerusform>
    <numerusform>Verwendet: {timeline}, %n Visiten</numerusform>
   </translation>
  </message>
  <message>
   <source>Window</source>
   <translation>Zeitfenster</translation>
  </message>
  <message>
   <source>Yes</source>
   <translation>Ja</translation>
  </message>
  <message>
   <source>all {number}</source>
   <translation>alle {number}</translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>und %n weitere</numerusform>
    <numerusform>und %n weitere</numerusform>
   </translation>
  </message>
  <message>
   <source>any time within {duration}</source>
   <translation>jederzeit innerhalb von {duration}</translation>
  </message>
  <message>
   <source>at {visit}</source>
   <translation>an {visit}</translation>
  </message>
  <message>
   <source>from {visit}</source>
   <translation>von {visit}</translation>
  </message>
  <message>
   <source>its decision says so</source>
   <translation>ihre Entscheidung sagt es</translation>
  </message>
  <message>
   <source>like 4 weeks, 28 d</source>
   <translation>etwa 4 Wochen, 28 d</translation>
  </message>
  <message>
   <source>no element</source>
   <translation>kein Element</translation>
  </message>
  <message>
   <source>no planned day</source>
   <translation>kein geplanter Tag</translation>
  </message>
  <message>
   <source>not planned</source>
   <translation>nicht geplant</translation>
  </message>
  <message>
   <source>not stated</source>
   <translation>nicht angegeben</translation>
  </message>
  <message>
   <source>not stated, like −3 d / +3 d</source>
   <translation>nicht angegeben, etwa −3 d / +3 d</translation>
  </message>
  <message>
   <source>not stated: nobody says how early or late</source>
   <translation>nicht angegeben: wie früh oder spät, ist offen</translation>
  </message>
  <message>
   <source>not used</source>
   <translation>nicht verwendet</translation>
  </message>
  <message>
   <source>the whole text</source>
   <translation>den ganzen Text</translation>
  </message>
  <message>
   <source>to {visit}</source>
   <translation>bis {visit}</translation>
  </message>
  <message>
   <source>{choice}, chosen</source>
   <translation>{choice}, gewählt</translation>
  </message>
  <message>
   <source>{choice}, not possible: {reason}</source>
   <translation>{choice}, nicht möglich: {reason}</translation>
  </message>
  <message>
   <source>{days} after {anchor}</source>
   <translation>{days} nach {anchor}</translation>
  </message>
  <message>
   <source>{days} and {last}</source>
   <translation>{days} und {last}</translation>
  </message>
  <message>
   <source>{days} before {anchor}</source>
   <translation>{days} vor {anchor}</translation>
  </message>
  <message>
   <source>{day}, allowed {first} to {last}</source>
   <translation>{day}, erlaubt {first} bis {last}</translation>
  </message>
  <message>
   <source>{day}.</source>
   <translation>{day}.</translation>
  </message>
  <message>
   <source>{day}: {difference}.</source>
   <translation>{day}: {difference}.</translation>
  </message>
  <message>
   <source>{duration} ({days})</source>
   <translation>{duration} ({days})</translation>
  </message>
  <message>
   <source>{earlier} earlier, {later} later</source>
   <translation>{earlier} früher, {later} später</translation>
  </message>
  <message>
   <source>{first} to {last}, any of these days</source>
   <translation>{first} bis {last}, jeder dieser Tage</translation>
  </message>
  <message>
   <source>{id} does not exist</source>
   <translation>{id} gibt es nicht</translation>
  </message>
  <message>
   <source>{number} attributes</source>
   <translation>{number} Attribute</translation>
  </message>
  <message>
   <source>{number} characters are too long: {longest} at most.</source>
   <translation>{number} Zeichen sind zu lang: höchstens {longest}.</translation>
  </message>
  <message>
   <source>{number} more of {total}</source>
   <translation>{number} weitere von {total}</translation>
  </message>
  <message>
   <source>{old} → {new}</source>
   <translation>{old} → {new}</translation>
  </message>
  <message>
   <source>{term}; also {others}</source>
   <translation>{term}; auch {others}</translation>
  </message>
  <message>
   <source>{text}… ({number} more characters)</source>
   <translation>{text}… ({number} weitere Zeichen)</translation>
  </message>
  <message>
   <source>{timeline}: {days}</source>
   <translation>{timeline}: {days}</translation>
  </message>
  <message>
   <source>{visit} stays on {dates}.</source>
   <translation>{visit} bleibt am {dates}.</translation>
  </message>
  <message>
   <source>{visit} took place on</source>
   <translation>{visit} fand statt am</translation>
  </message>
  <message>
   <source>{visit}: {move}</source>
   <translation>{visit}: {move}</translation>
  </message>
  <message>
   <source>{what}: {value}</source>
   <translation>{what}: {value}</translation>
  </message>
  <message>
   <source>{window}: {days}</source>
   <translation>{window}: {days}</translation>
  </message>
  <message>
   <source>“{name}” is not in the study any more</source>
   <translation>„{name}“ ist nicht mehr in der Studie</translation>
  </message>
  <message>
   <source>“{text}”</source>
   <translation>„{text}“</translation>
  </message>
 </context>
 <context>
  <name>keywords</name>
  <message>
   <source>actual late early moved what if</source>
   <translation>tatsächlich spät früh verschoben was wäre wenn</translation>
  </message>
  <message>
   <source>add insert create card</source>
   <translation>hinzufügen einfügen anlegen karte</translation>
  </message>
  <message>
   <source>anchor calendar holiday weekday forecast</source>
   <translation>anker kalender feiertag wochentag prognose</translation>
  </message>
  <message>
   <source>anchor chain arcs depends</source>
   <translation>anker kette bögen abhängig</translation>
  </message>
  <message>
   <source>assign period</source>
   <translation>zuordnen abschnitt</translation>
  </message>
  <message>
   <source>axis gantt windows</source>
   <translation>achse gantt zeitfenster</translation>
  </message>
  <message>
   <source>block again every weeks copies series</source>
   <translation>block erneut alle wochen kopien serie</translation>
  </message>
  <message>
   <source>branch condition question if</source>
   <translation>zweig bedingung frage wenn</translation>
  </message>
  <message>
   <source>cells design grid treatment epochs</source>
   <translation>zellen design raster behandlung epochen</translation>
  </message>
  <message>
   <source>clipboard excel</source>
   <translation>zwischenablage excel</translation>
  </message>
  <message>
   <source>clipboard excel insert</source>
   <translation>zwischenablage excel einfügen</translation>
  </message>
  <message>
   <source>cohort enrolment workload forecast plot deviations windows compliance discontinuation</source>
   <translation>kohorte einschluss rekrutierung arbeitsaufwand prognose diagramm abweichungen zeitfenster visitentreue abbruch</translation>
  </message>
  <message>
   <source>collapse</source>
   <translation>zuklappen falten</translation>
  </message>
  <message>
   <source>compress break empty</source>
   <translation>stauchen unterbrechung leer</translation>
  </message>
  <message>
   <source>condition decide expression table logic if when</source>
   <translation>bedingung entscheiden ausdruck tabelle logik falls wenn</translation>
  </message>
  <message>
   <source>condition question branch if</source>
   <translation>bedingung frage zweig wenn</translation>
  </message>
  <message>
   <source>condition way otherwise</source>
   <translation>bedingung weg sonst</translation>
  </message>
  <message>
   <source>conflict mine theirs merge rejected</source>
   <translation>konflikt meine deren zusammenführen abgelehnt</translation>
  </message>
  <message>
   <source>connect edge arrow next</source>
   <translation>verbinden kante pfeil nächste</translation>
  </message>
  <message>
   <source>copy clone same like</source>
   <translation>kopieren klonen gleich wie</translation>
  </message>
  <message>
   <source>copy duplicate file</source>
   <translation>kopieren duplizieren datei</translation>
  </message>
  <message>
   <source>copy duplicate same</source>
   <translation>kopieren duplizieren gleich</translation>
  </message>
  <message>
   <source>copy marks repeat</source>
   <translation>markierungen kopieren wiederholen</translation>
  </message>
  <message>
   <source>copy marks repeat right</source>
   <translation>markierungen kopieren wiederholen rechts</translation>
  </message>
  <message>
   <source>create template empty protocol begin</source>
   <translation>anlegen vorlage leer protokoll beginnen</translation>
  </message>
  <message>
   <source>decision footnote transition entry</source>
   <translation>entscheidung fußnote übergang eingang</translation>
  </message>
  <message>
   <source>difference diff amendment version changed</source>
   <translation>unterschied änderung diff amendment version geändert</translation>
  </message>
  <message>
   <source>dose day 1 baseline randomisation</source>
   <translation>dosis tag 1 baseline randomisierung</translation>
  </message>
  <message>
   <source>either way bulk days</source>
   <translation>früher später sammel tage</translation>
  </message>
  <message>
   <source>empty columns</source>
   <translation>leere spalten</translation>
  </message>
  <message>
   <source>empty rows</source>
   <translation>leere zeilen</translation>
  </message>
  <message>
   <source>exit out leave</source>
   <translation>ausgang hinaus verlassen</translation>
  </message>
  <message>
   <source>expand</source>
   <translation>aufklappen</translation>
  </message>
  <message>
   <source>find global everywhere library full text</source>
   <translation>suchen überall bibliothek volltext global</translation>
  </message>
  <message>
   <source>find search rows columns</source>
   <translation>suchen zeilen spalten</translation>
  </message>
  <message>
   <source>fold hide</source>
   <translation>falten ausblenden</translation>
  </message>
  <message>
   <source>help introduction learn</source>
   <translation>hilfe einführung lernen</translation>
  </message>
  <message>
   <source>insert new visit decision cycle branch side timeline</source>
   <translation>einfügen neu visite entscheidung zyklus zweig nebenzeitleiste</translation>
  </message>
  <message>
   <source>label name day window</source>
   <translation>bezeichnung name tag zeitfenster</translation>
  </message>
  <message>
   <source>lanes rows compact gantt</source>
   <translation>zeilen kompakt gantt</translation>
  </message>
  <message>
   <source>log crash support error</source>
   <translation>protokolldatei absturz support fehler log</translation>
  </message>
  <message>
   <source>loop repeat treatment cycle</source>
   <translation>schleife wiederholen behandlung zyklus</translation>
  </message>
  <message>
   <source>loop repeat treatment wrap</source>
   <translation>schleife wiederholen behandlung fassen</translation>
  </message>
  <message>
   <source>mark unmark assessment cell toggle</source>
   <translation>markierung entfernen untersuchung zelle umschalten</translation>
  </message>
  <message>
   <source>marks disagree compare footnote passage named</source>
   <translation>markierungen widerspruch vergleichen fußnote textstelle genannt</translation>
  </message>
  <message>
   <source>mention passage</source>
   <translation>erwähnung textstelle</translation>
  </message>
  <message>
   <source>merge visits</source>
   <translation>visiten zusammenfassen</translation>
  </message>
  <message>
   <source>minimap overview</source>
   <translation>minimap überblick</translation>
  </message>
  <message>
   <source>missing repeated duplicate identifiers cannot be edited</source>
   <translation>fehlende wiederholte doppelte kennungen nicht bearbeitbar</translation>
  </message>
  <message>
   <source>move later earlier week delay</source>
   <translation>verschieben später früher woche verzögern</translation>
  </message>
  <message>
   <source>name label call</source>
   <translation>name bezeichnung nennen</translation>
  </message>
  <message>
   <source>narrative document section read words</source>
   <translation>dokument abschnitt lesen wortlaut</translation>
  </message>
  <message>
   <source>narrative find in document</source>
   <translation>wortlaut im dokument suchen</translation>
  </message>
  <message>
   <source>new insert column encounter</source>
   <translation>neu einfügen spalte encounter</translation>
  </message>
  <message>
   <source>new insert row assessment procedure</source>
   <translation>neu einfügen zeile untersuchung verfahren</translation>
  </message>
  <message>
   <source>ordinal ruler time scale spacing</source>
   <translation>reihenfolge lineal zeit maßstab abstände</translation>
  </message>
  <message>
   <source>path downstream after</source>
   <translation>weg danach folgend</translation>
  </message>
  <message>
   <source>path upstream before</source>
   <translation>weg davor zurück</translation>
  </message>
  <message>
   <source>pending refused changes journal json</source>
   <translation>ausstehend abgelehnt änderungen journal json</translation>
  </message>
  <message>
   <source>printer paper preview</source>
   <translation>drucker papier vorschau</translation>
  </message>
  <message>
   <source>remove</source>
   <translation>entfernen</translation>
  </message>
  <message>
   <source>reset filter clear</source>
   <translation>zurücksetzen filter leeren</translation>
  </message>
  <message>
   <source>retry pending rejected</source>
   <translation>erneut ausstehend abgelehnt</translation>
  </message>
  <message>
   <source>rule condition confirm offered next</source>
   <translation>regel bedingung bestätigen vorgeschlagen nächste</translation>
  </message>
  <message>
   <source>run try participant what if play token</source>
   <translation>abspielen ausprobieren teilnehmer was wäre wenn durchspielen token</translation>
  </message>
  <message>
   <source>save as pdf xlsx excel docx word html csv svg png checklist take along</source>
   <translation>speichern unter pdf xlsx excel docx word html csv svg png checkliste mitnehmen</translation>
  </message>
  <message>
   <source>search jump week day</source>
   <translation>suchen springen woche tag</translation>
  </message>
  <message>
   <source>second</source>
   <translation>zweites</translation>
  </message>
  <message>
   <source>settings options dark mode theme contrast language font zoom scale</source>
   <translation>einstellungen optionen dunkel thema kontrast sprache schrift zoom skalierung</translation>
  </message>
  <message>
   <source>side by side compare</source>
   <translation>nebeneinander vergleichen</translation>
  </message>
  <message>
   <source>side sub timelines</source>
   <translation>nebenzeitleisten unterzeitleisten</translation>
  </message>
  <message>
   <source>simulate begin consent restart again</source>
   <translation>simulieren beginnen einwilligung neu starten erneut</translation>
  </message>
  <message>
   <source>simulate end close stop</source>
   <translation>simulation beenden schließen verlassen</translation>
  </message>
  <message>
   <source>simulate events deviations conflicts pane</source>
   <translation>simulieren ereignisse abweichungen konflikte bereich</translation>
  </message>
  <message>
   <source>simulate next visit event</source>
   <translation>simulieren nächste visite ereignis weiter</translation>
  </message>
  <message>
   <source>simulate play stop animate</source>
   <translation>simulieren abspielen anhalten pause animieren</translation>
  </message>
  <message>
   <source>simulate postpone skip late another day deviation</source>
   <translation>simulieren verschieben auslassen verspätet anderer tag abweichung</translation>
  </message>
  <message>
   <source>simulate undo jump return</source>
   <translation>simulieren rückgängig springen zurück</translation>
  </message>
  <message>
   <source>simulate until day forward</source>
   <translation>simulieren bis tag vorwärts</translation>
  </message>
  <message>
   <source>simulate withdraw death lost screen failure unscheduled adverse event</source>
   <translation>simulieren widerruf tod verstorben lost to follow-up screening failure ungeplant unerwünschtes ereignis</translation>
  </message>
  <message>
   <source>split two compare</source>
   <translation>geteilt zwei vergleichen</translation>
  </message>
  <message>
   <source>spread even</source>
   <translation>verteilen gleichmäßig</translation>
  </message>
  <message>
   <source>statistics sums count</source>
   <translation>statistik summen anzahl</translation>
  </message>
  <message>
   <source>sub-timeline profile samples steps</source>
   <translation>unterzeitleiste profil proben schritte</translation>
  </message>
  <message>
   <source>tidy arrange automatic</source>
   <translation>aufräumen anordnen automatisch</translation>
  </message>
  <message>
   <source>tooltip read aloud</source>
   <translation>tooltip vorlesen</translation>
  </message>
  <message>
   <source>undo redo steps back changes audit</source>
   <translation>rückgängig wiederherstellen schritte zurück änderungen audit</translation>
  </message>
  <message>
   <source>unfold show</source>
   <translation>aufklappen einblenden</translation>
  </message>
  <message>
   <source>unscheduled adverse event</source>
   <translation>ungeplant unerwünschtes ereignis</translation>
  </message>
  <message>
   <source>unscheduled adverse event early termination</source>
   <translation>ungeplant unerwünschtes ereignis vorzeitiges ende</translation>
  </message>
  <message>
   <source>url share deep</source>
   <translation>url teilen tief</translation>
  </message>
  <message>
   <source>whole all</source>
   <translation>ganz alles</translation>
  </message>
  <message>
   <source>windows collide free</source>
   <translation>zeitfenster kollision frei</translation>
  </message>
  <message>
   <source>withdrawal discontinuation leave early stop</source>
   <translation>widerruf abbruch ausscheiden vorzeitig beenden drop-out</translation>
  </message>
  <message>
   <source>zoom</source>
   <translation>zoom</translation>
  </message>
 </context>
 <context>
  <name>links</name>
  <message>
   <source>A working copy has no link: import it, and others can open it too.</source>
   <translation>Eine Arbeitskopie hat keinen Link: Importieren Sie sie, dann können auch andere sie öffnen.</translation>
  </message>
  <message>
   <source>The link was copied.</source>
   <translation>Der Link wurde kopiert.</translation>
  </message>
  <message>
   <source>This link cannot be read.</source>
   <translation>Dieser Link ist nicht lesbar.</translation>
  </message>
  <message>
   <source>This link is not one that Maestro can open.</source>
   <translation>Diesen Link kann Maestro nicht öffnen.</translation>
  </message>
  <message>
   <source>This link is too long to be one of Maestro's.</source>
   <translation>Dieser Link ist zu lang, um von Maestro zu sein.</translation>
  </message>
  <message>
   <source>This link names no study.</source>
   <translation>Dieser Link nennt keine Studie.</translation>
  </message>
 </context>
 <context>
  <name>matrix</name>
  <message numerus="yes">
   <source>%n activit(ies)</source>
   <translation>
    <numerusform>%n Aktivität</numerusform>
    <numerusform>%n Aktivitäten</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n assessment(s)</source>
   <translation>
    <numerusform>%n Untersuchung</numerusform>
    <numerusform>%n Untersuchungen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n assessment(s) folded away</source>
   <translation>
    <numerusform>%n Untersuchung eingeklappt</numerusform>
    <numerusform>%n Untersuchungen eingeklappt</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n assessment(s) no longer planned</source>
   <translation>
    <numerusform>%n Untersuchung nicht mehr geplant</numerusform>
    <numerusform>%n Untersuchungen nicht mehr geplant</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n assessment(s) to be planned</source>
   <translation>
    <numerusform>%n Untersuchung zu planen</numerusform>
    <numerusform>%n Untersuchungen zu planen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n beside marks that differ</source>
   <translation>
    <numerusform>%n neben abweichenden Markierungen</numerusform>
    <numerusform>%n neben abweichenden Markierungen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n cell(s) chosen</source>
   <translation>
    <numerusform>%n Zelle gewählt</numerusform>
    <numerusform>%n Zellen gewählt</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n column(s)</source>
   <translation>
    <numerusform>%n Spalte</numerusform>
    <numerusform>%n Spalten</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n footnote(s)</source>
   <translation>
    <numerusform>%n Fußnote</numerusform>
    <numerusform>%n Fußnoten</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n more</source>
   <translation>
    <numerusform>%n weitere</numerusform>
    <numerusform>%n weitere</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n more activit(ies)</source>
   <translation>
    <numerusform>%n weitere Aktivität</numerusform>
    <numerusform>%n weitere Aktivitäten</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n other visit(s) move along</source>
   <translation>
    <numerusform>%n andere Visite verschiebt sich mit</numerusform>
    <numerusform>%n andere Visiten verschieben sich mit</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n row(s)</source>
   <translation>
    <numerusform>%n Zeile</numerusform>
    <numerusform>%n Zeilen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n time(s)</source>
   <translation>
    <numerusform>%n-mal</numerusform>
    <numerusform>%n-mal</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n visit(s)</source>
   <translation>
    <numerusform>%n Visite</numerusform>
    <numerusform>%n Visiten</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>. %n footnote(s): {letters}</source>
   <translation>
    <numerusform>. %n Fußnote: {letters}</numerusform>
    <numerusform>. %n Fußnoten: {letters}</numerusform>
   </translation>
  </message>
  <message>
   <source>A footnote names this place, and nothing is planned here.</source>
   <translation>Eine Fußnote nennt diese Stelle, und hier ist nichts geplant.</translation>
  </message>
  <message>
   <source>A heading is not planned itself: plan the activities under it.</source>
   <translation>Eine Überschrift wird nicht selbst geplant: Planen Sie die Aktivitäten darunter.</translation>
  </message>
  <message>
   <source>A visit appears here as a column when the timeline has a scheduled instance.</source>
   <translation>Eine Visite erscheint hier als Spalte, sobald die Zeitleiste eine geplante Instanz hat.</translation>
  </message>
  <message>
   <source>Activities, visits, encounters, epochs and days are searched. Esc clears the filter.</source>
   <translation>Gesucht wird in Aktivitäten, Visiten, Encountern, Epochen und Tagen. Esc löscht den Filter.</translation>
  </message>
  <message>
   <source>Activity “{name}”</source>
   <translation>Aktivität „{name}“</translation>
  </message>
  <message>
   <source>Activity: {activity}</source>
   <translation>Aktivität: {activity}</translation>
  </message>
  <message>
   <source>Add a footnote</source>
   <translation>Fußnote hinzufügen</translation>
  </message>
  <message>
   <source>Add a footnote…</source>
   <translation>Fußnote hinzufügen …</translation>
  </message>
  <message>
   <source>Add a visit after it…</source>
   <translation>Visite danach hinzufügen …</translation>
  </message>
  <message>
   <source>Add a visit like it…</source>
   <translation>Visite wie diese hinzufügen …</translation>
  </message>
  <message>
   <source>Add an activity below…</source>
   <translation>Aktivität darunter hinzufügen …</translation>
  </message>
  <message>
   <source>Add an activity to the group…</source>
   <translation>Aktivität zur Gruppe hinzufügen …</translation>
  </message>
  <message>
   <source>All activities or visits are hidden because none of them has a mark.</source>
   <translation>Alle Aktivitäten oder Visiten sind ausgeblendet, weil keine eine Markierung hat.</translation>
  </message>
  <message>
   <source>All of this is planned already.</source>
   <translation>All dies ist bereits geplant.</translation>
  </message>
  <message>
   <source>An activity appears here as a row when one of the visits plans it.</source>
   <translation>Eine Aktivität erscheint hier als Zeile, sobald eine der Visiten sie plant.</translation>
  </message>
  <message>
   <source>Another number…</source>
   <translation>Andere Anzahl …</translation>
  </message>
  <message>
   <source>Assessments</source>
   <translation>Untersuchungen</translation>
  </message>
  <message>
   <source>Assessments by epoch</source>
   <translation>Untersuchungen je Epoche</translation>
  </message>
  <message>
   <source>Choose cells of one activity.</source>
   <translation>Wählen Sie Zellen einer einzigen Aktivität.</translation>
  </message>
  <message>
   <source>Choose cells to empty them. The menu deletes activities and visits.</source>
   <translation>Wählen Sie Zellen, um sie zu leeren. Das Menü löscht Aktivitäten und Visiten.</translation>
  </message>
  <message>
   <source>Choose two activities or more, planned at the same visit.</source>
   <translation>Wählen Sie mindestens zwei Aktivitäten, die an derselben Visite geplant sind.</translation>
  </message>
  <message>
   <source>Class as</source>
   <translation>Einstufen als</translation>
  </message>
  <message>
   <source>Conditional</source>
   <translation>Bedingt</translation>
  </message>
  <message>
   <source>Copied {rows} by {columns}</source>
   <translation>{rows} mal {columns} kopiert</translation>
  </message>
  <message>
   <source>Cut</source>
   <translation>Ausschneiden</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>Datum</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Tag</translation>
  </message>
  <message>
   <source>Day 57, or 4 weeks</source>
   <translation>Tag 57 oder 4 Wochen</translation>
  </message>
  <message>
   <source>Day {days}</source>
   <translation>Tag {days}</translation>
  </message>
  <message>
   <source>Decision: where the path goes on is decided here</source>
   <translation>Entscheidung: Hier entscheidet sich, wie der Weg weitergeht</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>Löschen</translation>
  </message>
  <message numerus="yes">
   <source>Delete %n visit(s)…</source>
   <translation>
    <numerusform>%n Visite löschen …</numerusform>
    <numerusform>%n Visiten löschen …</numerusform>
   </translation>
  </message>
  <message>
   <source>Delete the group with all in it</source>
   <translation>Gruppe mit allem darin löschen</translation>
  </message>
  <message>
   <source>Delete the heading alone</source>
   <translation>Nur die Überschrift löschen</translation>
  </message>
  <message>
   <source>Delete…</source>
   <translation>Löschen …</translation>
  </message>
  <message>
   <source>Differs from the other study</source>
   <translation>Unterscheidet sich von der anderen Studie</translation>
  </message>
  <message>
   <source>Dissolve the group</source>
   <translation>Gruppe auflösen</translation>
  </message>
  <message numerus="yes">
   <source>Do all of several at %n visit(s)</source>
   <translation>
    <numerusform>An %n Visite wieder alle von mehreren durchführen</numerusform>
    <numerusform>An %n Visiten wieder alle von mehreren durchführen</numerusform>
   </translation>
  </message>
  <message>
   <source>Do all of them again</source>
   <translation>Wieder alle durchführen</translation>
  </message>
  <message numerus="yes">
   <source>Do one of several at %n visit(s)</source>
   <translation>
    <numerusform>An %n Visite eine von mehreren durchführen</numerusform>
    <numerusform>An %n Visiten eine von mehreren durchführen</numerusform>
   </translation>
  </message>
  <message>
   <source>Do one of these</source>
   <translation>Eine davon durchführen</translation>
  </message>
  <message>
   <source>Do {assessments} {times}</source>
   <translation>{assessments} {times} durchführen</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Durchgeführt</translation>
  </message>
  <message>
   <source>Duplicate</source>
   <translation>Duplizieren</translation>
  </message>
  <message>
   <source>Edit footnote {letter}…</source>
   <translation>Fußnote {letter} bearbeiten …</translation>
  </message>
  <message>
   <source>Encounter</source>
   <translation>Encounter</translation>
  </message>
  <message>
   <source>Encounter: {encounter}</source>
   <translation>Encounter: {encounter}</translation>
  </message>
  <message>
   <source>Enter pastes · Esc gives it up</source>
   <translation>Eingabe fügt ein · Esc verwirft</translation>
  </message>
  <message>
   <source>Epoch</source>
   <translation>Epoche</translation>
  </message>
  <message>
   <source>Epoch: {epoch}</source>
   <translation>Epoche: {epoch}</translation>
  </message>
  <message>
   <source>Esc gives it up</source>
   <translation>Esc verwirft</translation>
  </message>
  <message>
   <source>FOOTNOTES · {count}</source>
   <translation>FUSSNOTEN · {count}</translation>
  </message>
  <message>
   <source>Fill across</source>
   <translation>Nach rechts ausfüllen</translation>
  </message>
  <message>
   <source>Fill down</source>
   <translation>Nach unten ausfüllen</translation>
  </message>
  <message>
   <source>Filter activities and visits</source>
   <translation>Aktivitäten und Visiten filtern</translation>
  </message>
  <message>
   <source>First</source>
   <translation>Erste</translation>
  </message>
  <message>
   <source>First: {visit}</source>
   <translation>Erste: {visit}</translation>
  </message>
  <message>
   <source>Fold the footnotes away</source>
   <translation>Fußnoten einklappen</translation>
  </message>
  <message>
   <source>Fold the group</source>
   <translation>Gruppe einklappen</translation>
  </message>
  <message>
   <source>Footnote that names no place: {text}</source>
   <translation>Fußnote ohne Stelle: {text}</translation>
  </message>
  <message>
   <source>Footnote {letter}</source>
   <translation>Fußnote {letter}</translation>
  </message>
  <message>
   <source>Footnote {letter}: {text}</source>
   <translation>Fußnote {letter}: {text}</translation>
  </message>
  <message>
   <source>Footnotes</source>
   <translation>Fußnoten</translation>
  </message>
  <message numerus="yes">
   <source>For %n visit(s)</source>
   <translation>
    <numerusform>Für %n Visite</numerusform>
    <numerusform>Für %n Visiten</numerusform>
   </translation>
  </message>
  <message>
   <source>Goes on from {first} to {last}</source>
   <translation>Fortlaufend von {first} bis {last}</translation>
  </message>
  <message>
   <source>Goes on from {first} to {last}: {how}</source>
   <translation>Fortlaufend von {first} bis {last}: {how}</translation>
  </message>
  <message>
   <source>Goes on until…</source>
   <translation>Fortlaufend bis …</translation>
  </message>
  <message>
   <source>Group of activities: {activity}</source>
   <translation>Aktivitätengruppe: {activity}</translation>
  </message>
  <message>
   <source>Group of activities: {activity}, folded</source>
   <translation>Aktivitätengruppe: {activity}, eingeklappt</translation>
  </message>
  <message>
   <source>How often in the visit</source>
   <translation>Wie oft in der Visite</translation>
  </message>
  <message>
   <source>It is at the end of the table already.</source>
   <translation>Es ist bereits am Ende der Tabelle.</translation>
  </message>
  <message>
   <source>It is in no group.</source>
   <translation>Es ist in keiner Gruppe.</translation>
  </message>
  <message>
   <source>Last</source>
   <translation>Letzte</translation>
  </message>
  <message>
   <source>Last: {visit}</source>
   <translation>Letzte: {visit}</translation>
  </message>
  <message>
   <source>Missed</source>
   <translation>Versäumt</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Name of the new activity</source>
   <translation>Name der neuen Aktivität</translation>
  </message>
  <message>
   <source>Name of the new group</source>
   <translation>Name der neuen Gruppe</translation>
  </message>
  <message>
   <source>No activities in this timeline</source>
   <translation>Keine Aktivitäten in dieser Zeitleiste</translation>
  </message>
  <message>
   <source>No group stands right above it.</source>
   <translation>Direkt darüber steht keine Gruppe.</translation>
  </message>
  <message>
   <source>No longer go on from {first} to {last}</source>
   <translation>Nicht mehr fortlaufend von {first} bis {last}</translation>
  </message>
  <message>
   <source>No longer plan it</source>
   <translation>Nicht mehr planen</translation>
  </message>
  <message>
   <source>No longer plan these</source>
   <translation>Diese nicht mehr planen</translation>
  </message>
  <message>
   <source>No schedule</source>
   <translation>Kein Ablaufplan</translation>
  </message>
  <message>
   <source>No schedule to show</source>
   <translation>Kein Ablaufplan vorhanden</translation>
  </message>
  <message>
   <source>No visits in this timeline</source>
   <translation>Keine Visiten in dieser Zeitleiste</translation>
  </message>
  <message>
   <source>Not planned here</source>
   <translation>Hier nicht geplant</translation>
  </message>
  <message>
   <source>Not required</source>
   <translation>Nicht erforderlich</translation>
  </message>
  <message>
   <source>Nothing can be planned here.</source>
   <translation>Hier lässt sich nichts planen.</translation>
  </message>
  <message>
   <source>Nothing changes here.</source>
   <translation>Hier ändert sich nichts.</translation>
  </message>
  <message>
   <source>Nothing is planned here</source>
   <translation>Hier ist nichts geplant</translation>
  </message>
  <message>
   <source>Nothing is planned here.</source>
   <translation>Hier ist nichts geplant.</translation>
  </message>
  <message>
   <source>Nothing is planned in a decision: plan it at a visit.</source>
   <translation>In einer Entscheidung wird nichts geplant: Planen Sie es an einer Visite.</translation>
  </message>
  <message>
   <source>Nothing is planned where it stands: {places}</source>
   <translation>Nichts ist geplant, wo sie steht: {places}</translation>
  </message>
  <message>
   <source>Nothing matches “{phrase}”</source>
   <translation>Nichts passt zu „{phrase}“</translation>
  </message>
  <message>
   <source>Nothing of this is planned.</source>
   <translation>Nichts davon ist geplant.</translation>
  </message>
  <message numerus="yes">
   <source>Of %n visit(s). Enter keeps it, Escape gives it up.</source>
   <translation>
    <numerusform>Von %n Visite. Eingabe übernimmt, Esc verwirft.</numerusform>
    <numerusform>Von %n Visiten. Eingabe übernimmt, Esc verwirft.</numerusform>
   </translation>
  </message>
  <message>
   <source>Of {name}. Enter keeps it, Escape gives it up.</source>
   <translation>Von {name}. Eingabe übernimmt, Esc verwirft.</translation>
  </message>
  <message>
   <source>One of these is done: {activities}</source>
   <translation>Eine davon wird durchgeführt: {activities}</translation>
  </message>
  <message>
   <source>Only here, not in the other study</source>
   <translation>Nur hier, nicht in der anderen Studie</translation>
  </message>
  <message>
   <source>Only in the other study</source>
   <translation>Nur in der anderen Studie</translation>
  </message>
  <message>
   <source>Open a study to see its Schedule of Activities here.</source>
   <translation>Eine Studie öffnen, um ihren Ablaufplan (SoA) hier zu sehen.</translation>
  </message>
  <message>
   <source>Open now</source>
   <translation>Jetzt offen</translation>
  </message>
  <message>
   <source>Open the sub-timeline</source>
   <translation>Unterzeitleiste öffnen</translation>
  </message>
  <message>
   <source>Optional</source>
   <translation>Optional</translation>
  </message>
  <message>
   <source>Part of a name, a day, or both an activity and a visit: “ecg week 8”</source>
   <translation>Teil eines Namens, ein Tag, oder Aktivität und Visite: „ekg woche 8“</translation>
  </message>
  <message>
   <source>Paste marks</source>
   <translation>Markierungen einfügen</translation>
  </message>
  <message numerus="yes">
   <source>Plan %n activit(ies) at every visit</source>
   <translation>
    <numerusform>%n Aktivität an jeder Visite planen</numerusform>
    <numerusform>%n Aktivitäten an jeder Visite planen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Plan %n activit(ies) at no visit</source>
   <translation>
    <numerusform>%n Aktivität an keiner Visite planen</numerusform>
    <numerusform>%n Aktivitäten an keiner Visite planen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Plan %n activit(ies) at the same visits as {name}</source>
   <translation>
    <numerusform>%n Aktivität an denselben Visiten wie {name} planen</numerusform>
    <numerusform>%n Aktivitäten an denselben Visiten wie {name} planen</numerusform>
   </translation>
  </message>
  <message>
   <source>Plan all of these</source>
   <translation>Alle diese planen</translation>
  </message>
  <message>
   <source>Plan at every visit</source>
   <translation>An jeder Visite planen</translation>
  </message>
  <message>
   <source>Plan at every visit of {epoch}</source>
   <translation>An jeder Visite von {epoch} planen</translation>
  </message>
  <message>
   <source>Plan at no visit</source>
   <translation>An keiner Visite planen</translation>
  </message>
  <message>
   <source>Plan at the same visits as {name}</source>
   <translation>An denselben Visiten wie {name} planen</translation>
  </message>
  <message>
   <source>Plan every activity</source>
   <translation>Alle Aktivitäten planen</translation>
  </message>
  <message numerus="yes">
   <source>Plan every activity at %n visit(s)</source>
   <translation>
    <numerusform>Alle Aktivitäten an %n Visite planen</numerusform>
    <numerusform>Alle Aktivitäten an %n Visiten planen</numerusform>
   </translation>
  </message>
  <message>
   <source>Plan it here</source>
   <translation>Hier planen</translation>
  </message>
  <message>
   <source>Plan nothing</source>
   <translation>Nichts planen</translation>
  </message>
  <message numerus="yes">
   <source>Plan nothing at %n visit(s)</source>
   <translation>
    <numerusform>An %n Visite nichts planen</numerusform>
    <numerusform>An %n Visiten nichts planen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Planned at %n visit(s)</source>
   <translation>
    <numerusform>Geplant an %n Visite</numerusform>
    <numerusform>Geplant an %n Visiten</numerusform>
   </translation>
  </message>
  <message>
   <source>Planned here</source>
   <translation>Hier geplant</translation>
  </message>
  <message>
   <source>Planned here, classed as conditional</source>
   <translation>Hier geplant, als bedingt eingestuft</translation>
  </message>
  <message>
   <source>Planned here, classed as optional</source>
   <translation>Hier geplant, als optional eingestuft</translation>
  </message>
  <message numerus="yes">
   <source>Planned here, with a sub-timeline of %n instance(s)</source>
   <translation>
    <numerusform>Hier geplant, mit einer Unterzeitleiste mit %n Instanz</numerusform>
    <numerusform>Hier geplant, mit einer Unterzeitleiste mit %n Instanzen</numerusform>
   </translation>
  </message>
  <message>
   <source>Put into a new group…</source>
   <translation>In eine neue Gruppe stellen …</translation>
  </message>
  <message>
   <source>Rename</source>
   <translation>Umbenennen</translation>
  </message>
  <message>
   <source>Required</source>
   <translation>Erforderlich</translation>
  </message>
  <message numerus="yes">
   <source>Runs a sub-timeline of %n instance(s)</source>
   <translation>
    <numerusform>Führt eine Unterzeitleiste mit %n Instanz aus</numerusform>
    <numerusform>Führt eine Unterzeitleiste mit %n Instanzen aus</numerusform>
   </translation>
  </message>
  <message>
   <source>Schedule of Activities</source>
   <translation>Ablaufplan (SoA)</translation>
  </message>
  <message>
   <source>Select {name}</source>
   <translation>{name} auswählen</translation>
  </message>
  <message>
   <source>Shift what comes after it…</source>
   <translation>Was danach kommt, verschieben …</translation>
  </message>
  <message>
   <source>Show footnote {letter}</source>
   <translation>Fußnote {letter} zeigen</translation>
  </message>
  <message>
   <source>Show the footnotes</source>
   <translation>Fußnoten zeigen</translation>
  </message>
  <message>
   <source>Simulation</source>
   <translation>Simulation</translation>
  </message>
  <message>
   <source>Simulation: {signs}</source>
   <translation>Simulation: {signs}</translation>
  </message>
  <message>
   <source>Still to come</source>
   <translation>Steht noch aus</translation>
  </message>
  <message>
   <source>Study day or time</source>
   <translation>Studientag oder Zeit</translation>
  </message>
  <message>
   <source>Swap for another everywhere…</source>
   <translation>Überall durch eine andere ersetzen …</translation>
  </message>
  <message>
   <source>Take footnote {letter} off here</source>
   <translation>Fußnote {letter} hier entfernen</translation>
  </message>
  <message>
   <source>Text names {named}; marked also on {more}</source>
   <translation>Text nennt {named}; markiert auch an {more}</translation>
  </message>
  <message>
   <source>Text names {named}; marked also on {more}, and not on {missing}</source>
   <translation>Text nennt {named}; markiert auch an {more}, nicht aber an {missing}</translation>
  </message>
  <message>
   <source>Text names {named}; not marked on {missing}</source>
   <translation>Text nennt {named}; nicht markiert an {missing}</translation>
  </message>
  <message>
   <source>The file names no place of this timeline for it</source>
   <translation>Die Datei nennt dafür keine Stelle dieser Zeitleiste</translation>
  </message>
  <message>
   <source>This study has no timeline, and so no Schedule of Activities. All else of it can be read.</source>
   <translation>Diese Studie hat keine Zeitleiste und damit keinen Ablaufplan (SoA). Alles andere ist lesbar.</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Zeit</translation>
  </message>
  <message>
   <source>Type its day or time</source>
   <translation>Tag oder Zeit eingeben</translation>
  </message>
  <message>
   <source>Type its window</source>
   <translation>Zeitfenster eingeben</translation>
  </message>
  <message>
   <source>Unfold the group</source>
   <translation>Gruppe ausklappen</translation>
  </message>
  <message>
   <source>Visit</source>
   <translation>Visite</translation>
  </message>
  <message>
   <source>Visit “{name}”</source>
   <translation>Visite „{name}“</translation>
  </message>
  <message>
   <source>Visits</source>
   <translation>Visiten</translation>
  </message>
  <message>
   <source>What the table shows</source>
   <translation>Was die Tabelle zeigt</translation>
  </message>
  <message>
   <source>What was copied has a mark in the column of the decision “{name}”, where nothing is planned.</source>
   <translation>Das Kopierte hat eine Markierung in der Spalte der Entscheidung „{name}“, wo nichts geplant wird.</translation>
  </message>
  <message>
   <source>What was copied has a mark in the row of the heading “{name}”, which is not planned itself.</source>
   <translation>Das Kopierte hat eine Markierung in der Zeile der Überschrift „{name}“, die nicht selbst geplant wird.</translation>
  </message>
  <message>
   <source>What was copied has {rows} rows and {columns} columns; from this cell on the table has only {below} and {beside}. Choose a cell further up or to the left.</source>
   <translation>Das Kopierte hat {rows} Zeilen und {columns} Spalten; ab dieser Zelle hat die Tabelle nur {below} und {beside}. Wählen Sie eine Zelle weiter oben oder links.</translation>
  </message>
  <message>
   <source>Window</source>
   <translation>Zeitfenster</translation>
  </message>
  <message numerus="yes">
   <source>Windows of %n visit(s)…</source>
   <translation>
    <numerusform>Zeitfenster von %n Visite …</numerusform>
    <numerusform>Zeitfenster von %n Visiten …</numerusform>
   </translation>
  </message>
  <message>
   <source>in the simulation: {standing}</source>
   <translation>in der Simulation: {standing}</translation>
  </message>
  <message>
   <source>not planned</source>
   <translation>nicht geplant</translation>
  </message>
  <message>
   <source>planned</source>
   <translation>geplant</translation>
  </message>
  <message>
   <source>planned, conditional</source>
   <translation>geplant, bedingt</translation>
  </message>
  <message>
   <source>planned, optional</source>
   <translation>geplant, optional</translation>
  </message>
  <message numerus="yes">
   <source>planned, sub-timeline of %n step(s)</source>
   <translation>
    <numerusform>geplant, Unterzeitleiste mit %n Schritt</numerusform>
    <numerusform>geplant, Unterzeitleiste mit %n Schritten</numerusform>
   </translation>
  </message>
  <message>
   <source>{activities} of {all_activities} · {visits} of {all_visits} · {assessments}</source>
   <translation>{activities} von {all_activities} · {visits} von {all_visits} · {assessments}</translation>
  </message>
  <message>
   <source>{activities} · {assessments}</source>
   <translation>{activities} · {assessments}</translation>
  </message>
  <message>
   <source>{activity} at {visits}</source>
   <translation>{activity} an {visits}</translation>
  </message>
  <message>
   <source>{activity} at {visit}: {planned}</source>
   <translation>{activity} an {visit}: {planned}</translation>
  </message>
  <message>
   <source>{activity} at {visit}: {planned}, footnote {letters}</source>
   <translation>{activity} an {visit}: {planned}, Fußnote {letters}</translation>
  </message>
  <message>
   <source>{activity}, {visit}. {planned}</source>
   <translation>{activity}, {visit}. {planned}</translation>
  </message>
  <message>
   <source>{activity}: {comparison}</source>
   <translation>{activity}: {comparison}</translation>
  </message>
  <message>
   <source>{count} · {difference}</source>
   <translation>{count} · {difference}</translation>
  </message>
  <message>
   <source>{first} to {last}</source>
   <translation>{first} bis {last}</translation>
  </message>
  <message>
   <source>{group}: one of {activities}</source>
   <translation>{group}: eine von {activities}</translation>
  </message>
  <message>
   <source>{number}: {visit}, {time}</source>
   <translation>{number}: {visit}, {time}</translation>
  </message>
  <message>
   <source>{percent} %</source>
   <translation>{percent} %</translation>
  </message>
  <message>
   <source>{planned} to be planned, {cleared} no longer planned</source>
   <translation>{planned} zu planen, {cleared} nicht mehr geplant</translation>
  </message>
  <message numerus="yes">
   <source>{planned}, %n time(s) within the visit</source>
   <translation>
    <numerusform>{planned}, %n-mal innerhalb der Visite</numerusform>
    <numerusform>{planned}, %n-mal innerhalb der Visite</numerusform>
   </translation>
  </message>
  <message>
   <source>{planned}, at {visits} only</source>
   <translation>{planned}, nur an {visits}</translation>
  </message>
  <message>
   <source>{rows} by {columns} chosen</source>
   <translation>{rows} mal {columns} gewählt</translation>
  </message>
  <message>
   <source>{step} (nothing planned)</source>
   <translation>{step} (nichts geplant)</translation>
  </message>
  <message>
   <source>{times} ×</source>
   <translation>{times} ×</translation>
  </message>
  <message>
   <source>{time}. {moved}</source>
   <translation>{time}. {moved}</translation>
  </message>
  <message>
   <source>{visit} (decision)</source>
   <translation>{visit} (Entscheidung)</translation>
  </message>
  <message>
   <source>“{text}” is no mark. Marks are X, ✓ or 1; an empty cell, 0 or - is none. Nothing was pasted.</source>
   <translation>„{text}“ ist keine Markierung. Markierungen sind X, ✓ oder 1; leere Zellen, 0 oder - sind keine. Nichts wurde eingefügt.</translation>
  </message>
  <message>
   <source>−3 d / +3 d, or not stated</source>
   <translation>−3 d / +3 d oder nicht angegeben</translation>
  </message>
 </context>
 <context>
  <name>moments</name>
  <message numerus="yes">
   <source>%n day(s) ago</source>
   <translation>
    <numerusform>vor %n Tag</numerusform>
    <numerusform>vor %n Tagen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n h ago</source>
   <comment>hours</comment>
   <translation>
    <numerusform>vor %n h</numerusform>
    <numerusform>vor %n h</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n min ago</source>
   <comment>minutes</comment>
   <translation>
    <numerusform>vor %n min</numerusform>
    <numerusform>vor %n min</numerusform>
   </translation>
  </message>
  <message>
   <source>just now</source>
   <translation>gerade eben</translation>
  </message>
  <message>
   <source>never</source>
   <translation>nie</translation>
  </message>
 </context>
 <context>
  <name>navigator</name>
  <message numerus="yes">
   <source>%n activit(ies)</source>
   <translation>
    <numerusform>%n Aktivität</numerusform>
    <numerusform>%n Aktivitäten</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n epoch(s)</source>
   <translation>
    <numerusform>%n Epoche</numerusform>
    <numerusform>%n Epochen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n scheduled instance(s)</source>
   <translation>
    <numerusform>%n geplante Instanz</numerusform>
    <numerusform>%n geplante Instanzen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n visit(s)</source>
   <translation>
    <numerusform>%n Visite</numerusform>
    <numerusform>%n Visiten</numerusform>
   </translation>
  </message>
  <message>
   <source>Activities</source>
   <translation>Aktivitäten</translation>
  </message>
  <message>
   <source>Activity</source>
   <translation>Aktivität</translation>
  </message>
  <message>
   <source>Add a footnote</source>
   <translation>Fußnote hinzufügen</translation>
  </message>
  <message>
   <source>Add a footnote to {names}…</source>
   <translation>Fußnote zu {names} hinzufügen …</translation>
  </message>
  <message>
   <source>Add a footnote…</source>
   <translation>Fußnote hinzufügen …</translation>
  </message>
  <message>
   <source>Add a side timeline…</source>
   <translation>Nebenzeitleiste hinzufügen …</translation>
  </message>
  <message>
   <source>Add a timeline</source>
   <translation>Zeitleiste hinzufügen</translation>
  </message>
  <message>
   <source>Add a timeline inside what is selected…</source>
   <translation>Zeitleiste in der Auswahl hinzufügen …</translation>
  </message>
  <message>
   <source>Add an activity</source>
   <translation>Aktivität hinzufügen</translation>
  </message>
  <message>
   <source>Add an activity inside it</source>
   <translation>Aktivität darin hinzufügen</translation>
  </message>
  <message>
   <source>Add an arm</source>
   <translation>Arm hinzufügen</translation>
  </message>
  <message>
   <source>Add an arm like this one</source>
   <translation>Arm wie diesen hinzufügen</translation>
  </message>
  <message>
   <source>Add an element</source>
   <translation>Element hinzufügen</translation>
  </message>
  <message>
   <source>Add an encounter</source>
   <translation>Encounter hinzufügen</translation>
  </message>
  <message>
   <source>Add an epoch</source>
   <translation>Epoche hinzufügen</translation>
  </message>
  <message>
   <source>Add early termination…</source>
   <translation>Vorzeitiges Ende hinzufügen …</translation>
  </message>
  <message>
   <source>Add one for the selected visits</source>
   <translation>Einen für die ausgewählten Visiten hinzufügen</translation>
  </message>
  <message>
   <source>Add one for {visits}</source>
   <translation>Einen für {visits} hinzufügen</translation>
  </message>
  <message>
   <source>Arm</source>
   <translation>Arm</translation>
  </message>
  <message>
   <source>Arms</source>
   <translation>Arme</translation>
  </message>
  <message>
   <source>Arms and elements</source>
   <translation>Arme und Elemente</translation>
  </message>
  <message>
   <source>Cell</source>
   <translation>Zelle</translation>
  </message>
  <message>
   <source>Choose its elements…</source>
   <translation>Elemente wählen …</translation>
  </message>
  <message>
   <source>Choose one row alone to type its name.</source>
   <translation>Wählen Sie eine einzelne Zeile, um ihren Namen einzugeben.</translation>
  </message>
  <message>
   <source>Choose one row alone.</source>
   <translation>Wählen Sie eine einzelne Zeile.</translation>
  </message>
  <message>
   <source>Choose two encounters or more, with Ctrl or Shift.</source>
   <translation>Wählen Sie mit Strg oder Umschalt mindestens zwei Encounter.</translation>
  </message>
  <message>
   <source>Contact</source>
   <translation>Kontakt</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>Löschen</translation>
  </message>
  <message numerus="yes">
   <source>Delete these %n</source>
   <translation>
    <numerusform>%n löschen</numerusform>
    <numerusform>Diese %n löschen</numerusform>
   </translation>
  </message>
  <message>
   <source>Delete {names}</source>
   <translation>{names} löschen</translation>
  </message>
  <message>
   <source>Edit the text…</source>
   <translation>Text bearbeiten …</translation>
  </message>
  <message>
   <source>Element</source>
   <translation>Element</translation>
  </message>
  <message>
   <source>Elements</source>
   <translation>Elemente</translation>
  </message>
  <message>
   <source>Encounter</source>
   <translation>Encounter</translation>
  </message>
  <message>
   <source>Encounters</source>
   <translation>Encounter</translation>
  </message>
  <message>
   <source>Epoch</source>
   <translation>Epoche</translation>
  </message>
  <message>
   <source>Epochs</source>
   <translation>Epochen</translation>
  </message>
  <message>
   <source>Filter</source>
   <translation>Filter</translation>
  </message>
  <message>
   <source>Filter the navigator</source>
   <translation>Navigator filtern</translation>
  </message>
  <message>
   <source>Footnote</source>
   <translation>Fußnote</translation>
  </message>
  <message>
   <source>Footnotes</source>
   <translation>Fußnoten</translation>
  </message>
  <message>
   <source>Give it elements of its own</source>
   <translation>Eigene Elemente geben</translation>
  </message>
  <message>
   <source>Give these cells the elements of the first</source>
   <translation>Diesen Zellen die Elemente der ersten geben</translation>
  </message>
  <message>
   <source>Have {visits} take place at it</source>
   <translation>{visits} hier zuordnen</translation>
  </message>
  <message numerus="yes">
   <source>In %n cell(s)</source>
   <translation>
    <numerusform>In %n Zelle</numerusform>
    <numerusform>In %n Zellen</numerusform>
   </translation>
  </message>
  <message>
   <source>It is the first already.</source>
   <translation>Steht bereits an erster Stelle.</translation>
  </message>
  <message>
   <source>It is the last already.</source>
   <translation>Steht bereits an letzter Stelle.</translation>
  </message>
  <message>
   <source>It is the last one: there is none behind it.</source>
   <translation>Es ist die letzte: Dahinter kommt keine.</translation>
  </message>
  <message>
   <source>Its timelines, epochs, arms and activities are listed here.</source>
   <translation>Zeitleisten, Epochen, Arme und Aktivitäten werden hier aufgelistet.</translation>
  </message>
  <message>
   <source>Make a main timeline first.</source>
   <translation>Legen Sie zuerst eine Hauptzeitleiste an.</translation>
  </message>
  <message>
   <source>Make it the main timeline</source>
   <translation>Zur Hauptzeitleiste machen</translation>
  </message>
  <message>
   <source>Merge the chosen ones into this one</source>
   <translation>Die gewählten in diesem zusammenführen</translation>
  </message>
  <message numerus="yes">
   <source>Merge these %n</source>
   <translation>
    <numerusform>%n zusammenführen</numerusform>
    <numerusform>Diese %n zusammenführen</numerusform>
   </translation>
  </message>
  <message>
   <source>Merge with the next one</source>
   <translation>Mit der nächsten zusammenführen</translation>
  </message>
  <message>
   <source>Move down</source>
   <translation>Nach unten</translation>
  </message>
  <message>
   <source>Move up</source>
   <translation>Nach oben</translation>
  </message>
  <message>
   <source>Move {names}</source>
   <translation>{names} verschieben</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Name of {old}</source>
   <translation>Name von {old}</translation>
  </message>
  <message>
   <source>Navigator</source>
   <translation>Navigator</translation>
  </message>
  <message>
   <source>No longer run it inside {name}</source>
   <translation>Nicht mehr in {name} ausführen</translation>
  </message>
  <message numerus="yes">
   <source>No longer {term} at %n encounter(s)</source>
   <translation>
    <numerusform>Nicht mehr {term} an %n Encounter</numerusform>
    <numerusform>Nicht mehr {term} an %n Encountern</numerusform>
   </translation>
  </message>
  <message>
   <source>No study is open</source>
   <translation>Keine Studie ist geöffnet</translation>
  </message>
  <message>
   <source>Nothing in this study has these words in its name. Esc shows everything again.</source>
   <translation>Nichts in dieser Studie hat diese Wörter im Namen. Esc zeigt wieder alles.</translation>
  </message>
  <message>
   <source>Nothing matches</source>
   <translation>Nichts passt</translation>
  </message>
  <message>
   <source>Press to fold or unfold this list</source>
   <translation>Drücken, um diese Liste aus- oder einzuklappen</translation>
  </message>
  <message>
   <source>Press to fold or unfold this list; + or Ins adds to it</source>
   <translation>Drücken, um diese Liste aus- oder einzuklappen; + oder Einfg fügt hinzu</translation>
  </message>
  <message>
   <source>Put into a new group</source>
   <translation>In eine neue Gruppe stellen</translation>
  </message>
  <message>
   <source>Put it on what is selected as well</source>
   <translation>Auch an die Auswahl setzen</translation>
  </message>
  <message>
   <source>Put it on {names} as well</source>
   <translation>Auch an {names} setzen</translation>
  </message>
  <message>
   <source>Put the selected visits into it</source>
   <translation>Ausgewählte Visiten hierher verschieben</translation>
  </message>
  <message>
   <source>Put {visits} into it</source>
   <translation>{visits} hierher verschieben</translation>
  </message>
  <message>
   <source>Rename</source>
   <translation>Umbenennen</translation>
  </message>
  <message>
   <source>Run it inside what is selected</source>
   <translation>In der Auswahl ausführen</translation>
  </message>
  <message>
   <source>Run it inside {name}</source>
   <translation>In {name} ausführen</translation>
  </message>
  <message>
   <source>Select an activity or a visit first: a footnote stands on something.</source>
   <translation>Wählen Sie zuerst eine Aktivität oder Visite aus: Eine Fußnote steht an etwas.</translation>
  </message>
  <message>
   <source>Select the visit in the graph or the table that begins the new epoch.</source>
   <translation>Wählen Sie im Graphen oder in der Tabelle die Visite aus, mit der die neue Epoche beginnt.</translation>
  </message>
  <message>
   <source>Select the visit or activity first that is to run it.</source>
   <translation>Wählen Sie zuerst die Visite oder Aktivität aus, die sie ausführen soll.</translation>
  </message>
  <message>
   <source>Select visits in the graph or the table first.</source>
   <translation>Wählen Sie zuerst im Graphen oder in der Tabelle Visiten aus.</translation>
  </message>
  <message>
   <source>Setting</source>
   <translation>Umgebung</translation>
  </message>
  <message>
   <source>Show it</source>
   <translation>Zeigen</translation>
  </message>
  <message>
   <source>Show its details</source>
   <translation>Details zeigen</translation>
  </message>
  <message>
   <source>Split at the selected visit</source>
   <translation>An der ausgewählten Visite teilen</translation>
  </message>
  <message>
   <source>Split at {visit}</source>
   <translation>An {visit} teilen</translation>
  </message>
  <message>
   <source>Text of the footnote</source>
   <translation>Text der Fußnote</translation>
  </message>
  <message>
   <source>The selected visits take place at it</source>
   <translation>Ausgewählte Visiten hier zuordnen</translation>
  </message>
  <message>
   <source>This has no id of its own: repair the ids first, in the menu Edit.</source>
   <translation>Dies hat keine eigene ID: Reparieren Sie zuerst die IDs, im Menü Bearbeiten.</translation>
  </message>
  <message>
   <source>Timeline</source>
   <translation>Zeitleiste</translation>
  </message>
  <message>
   <source>Timeline inside it…</source>
   <translation>Zeitleiste darin …</translation>
  </message>
  <message>
   <source>Timeline inside {name}…</source>
   <translation>Zeitleiste in {name} …</translation>
  </message>
  <message>
   <source>Timelines</source>
   <translation>Zeitleisten</translation>
  </message>
  <message>
   <source>Timelines · {design}</source>
   <translation>Zeitleisten · {design}</translation>
  </message>
  <message>
   <source>Type</source>
   <translation>Art</translation>
  </message>
  <message>
   <source>Type a part of a name; Esc shows everything again</source>
   <translation>Einen Teil des Namens eingeben; Esc zeigt wieder alles</translation>
  </message>
  <message>
   <source>Ungroup</source>
   <translation>Gruppe auflösen</translation>
  </message>
  <message numerus="yes">
   <source>Used at %n visit(s)</source>
   <translation>
    <numerusform>Verwendet an %n Visite</numerusform>
    <numerusform>Verwendet an %n Visiten</numerusform>
   </translation>
  </message>
  <message>
   <source>What starts it…</source>
   <translation>Auslöser …</translation>
  </message>
  <message>
   <source>folded</source>
   <translation>eingeklappt</translation>
  </message>
  <message>
   <source>unfolded</source>
   <translation>ausgeklappt</translation>
  </message>
  <message>
   <source>{epoch}: {elements}</source>
   <translation>{epoch}: {elements}</translation>
  </message>
  <message numerus="yes">
   <source>{term} at %n encounter(s)</source>
   <translation>
    <numerusform>{term} an %n Encounter</numerusform>
    <numerusform>{term} an %n Encountern</numerusform>
   </translation>
  </message>
  <message>
   <source>{visit} is not in this epoch.</source>
   <translation>{visit} ist nicht in dieser Epoche.</translation>
  </message>
 </context>
 <context>
  <name>network</name>
  <message>
   <source>A Maestro backend answers.</source>
   <translation>Ein Maestro-Backend antwortet.</translation>
  </message>
  <message>
   <source>A firewall may be in between: ask your IT to allow this address.</source>
   <translation>Möglicherweise ist eine Firewall dazwischen: Bitten Sie Ihre IT, diese Adresse zuzulassen.</translation>
  </message>
  <message>
   <source>Check the address of the proxy with your IT.</source>
   <translation>Prüfen Sie die Adresse des Proxys mit Ihrer IT.</translation>
  </message>
  <message>
   <source>Check the address, and that this computer is on the site's network or VPN.</source>
   <translation>Prüfen Sie die Adresse, und ob dieser Computer im Netz oder VPN des Prüfzentrums ist.</translation>
  </message>
  <message>
   <source>Check the port, and that the server is running.</source>
   <translation>Prüfen Sie den Port, und ob der Server läuft.</translation>
  </message>
  <message>
   <source>The access token is accepted.</source>
   <translation>Das Zugriffstoken wird akzeptiert.</translation>
  </message>
  <message>
   <source>The certificate is trusted.</source>
   <translation>Dem Zertifikat wird vertraut.</translation>
  </message>
  <message>
   <source>The name {host} is not known on this network.</source>
   <translation>Der Name {host} ist in diesem Netz nicht bekannt.</translation>
  </message>
  <message>
   <source>The proxy lets through.</source>
   <translation>Der Proxy lässt durch.</translation>
  </message>
  <message>
   <source>{host} is {number}.</source>
   <translation>{host} ist {number}.</translation>
  </message>
  <message>
   <source>{where} did not answer in time.</source>
   <translation>{where} hat nicht rechtzeitig geantwortet.</translation>
  </message>
  <message>
   <source>{where} takes connections.</source>
   <translation>{where} nimmt Verbindungen an.</translation>
  </message>
  <message>
   <source>{where} took no connection.</source>
   <translation>{where} hat keine Verbindung angenommen.</translation>
  </message>
 </context>
 <context>
  <name>new study</name>
  <message>
   <source>A USDM file that you choose next; Save writes your edits to it.</source>
   <translation>Eine USDM-Datei, die Sie als Nächstes wählen; Speichern schreibt Ihre Änderungen hinein.</translation>
  </message>
  <message>
   <source>A study needs a title: type one.</source>
   <translation>Eine Studie braucht einen Titel: Geben Sie einen ein.</translation>
  </message>
  <message>
   <source>Begin with</source>
   <translation>Beginnen mit</translation>
  </message>
  <message>
   <source>Choose a file…</source>
   <translation>Datei wählen …</translation>
  </message>
  <message>
   <source>Colleagues see it, and it stays readable offline.</source>
   <translation>Kollegen sehen sie, und sie bleibt offline lesbar.</translation>
  </message>
  <message>
   <source>Create</source>
   <translation>Anlegen</translation>
  </message>
  <message>
   <source>Empty study</source>
   <translation>Leere Studie</translation>
  </message>
  <message>
   <source>In a file</source>
   <translation>In einer Datei</translation>
  </message>
  <message>
   <source>It opens at once; all of it can be changed, and every step taken back.</source>
   <translation>Sie öffnet sich sofort; alles lässt sich ändern und jeder Schritt zurücknehmen.</translation>
  </message>
  <message>
   <source>Keep it</source>
   <translation>Aufbewahren</translation>
  </message>
  <message>
   <source>New study</source>
   <translation>Neue Studie</translation>
  </message>
  <message>
   <source>On the backend</source>
   <translation>Auf dem Backend</translation>
  </message>
  <message>
   <source>One arm, one epoch and a first day. Everything else is yours.</source>
   <translation>Ein Arm, eine Epoche und ein erster Tag. Alles andere bestimmen Sie.</translation>
  </message>
  <message>
   <source>Parallel study with two arms</source>
   <translation>Parallelgruppenstudie mit zwei Armen</translation>
  </message>
  <message>
   <source>Screening, cycles of 28 days until a decision ends treatment, an end of treatment visit and follow-up.</source>
   <translation>Screening, Zyklen von 28 Tagen, bis eine Entscheidung die Behandlung beendet, Visite zum Behandlungsende und Nachbeobachtung.</translation>
  </message>
  <message>
   <source>Screening, twelve weeks of treatment or placebo, and follow-up, with the usual safety assessments.</source>
   <translation>Screening, zwölf Wochen Behandlung oder Placebo und Nachbeobachtung, mit den üblichen Sicherheitsuntersuchungen.</translation>
  </message>
  <message>
   <source>This title cannot be written to a file: type it again by hand.</source>
   <translation>Dieser Titel lässt sich nicht in eine Datei schreiben: Geben Sie ihn noch einmal von Hand ein.</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>Titel</translation>
  </message>
  <message>
   <source>Title of the study</source>
   <translation>Titel der Studie</translation>
  </message>
  <message>
   <source>Treatment in cycles</source>
   <translation>Behandlung in Zyklen</translation>
  </message>
  <message>
   <source>What the study is called</source>
   <translation>Wie die Studie heißt</translation>
  </message>
 </context>
 <context>
  <name>notices</name>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Dismiss</source>
   <translation>Verwerfen</translation>
  </message>
  <message>
   <source>Dismiss (Esc)</source>
   <translation>Verwerfen (Esc)</translation>
  </message>
  <message>
   <source>Give this up; nothing is changed</source>
   <translation>Dies aufgeben; nichts wird geändert</translation>
  </message>
 </context>
 <context>
  <name>numbers</name>
  <message>
   <source>.</source>
   <comment>the sign before the decimals of a number</comment>
   <translation>,</translation>
  </message>
 </context>
 <context>
  <name>outcomes</name>
  <message>
   <source>The outcomes</source>
   <translation>Die Annahmen</translation>
  </message>
  <message>
   <source>The outcomes are no JSON from line {line} on: check commas and quotes.</source>
   <translation>Die Annahmen sind ab Zeile {line} kein JSON: Prüfen Sie Kommas und Anführungszeichen.</translation>
  </message>
  <message>
   <source>The outcomes are no JSON: check commas and quotes.</source>
   <translation>Die Annahmen sind kein JSON: Prüfen Sie Kommas und Anführungszeichen.</translation>
  </message>
  <message>
   <source>The outcomes are too large to be read: more than a million characters.</source>
   <translation>Die Annahmen sind zu groß, um gelesen zu werden: mehr als eine Million Zeichen.</translation>
  </message>
  <message>
   <source>These outcomes have format {written}, this program knows format {format}. A newer Maestro can read them.</source>
   <translation>Diese Annahmen haben Format {written}, dieses Programm kennt Format {format}. Ein neueres Maestro kann sie lesen.</translation>
  </message>
  <message>
   <source>decisions.{name}: there is no way “{said}”. It has: {there}.</source>
   <translation>decisions.{name}: Es gibt keinen Weg „{said}“. Vorhanden: {there}.</translation>
  </message>
  <message>
   <source>decisions: the schedule has no decisions, so leave “{name}” out.</source>
   <translation>decisions: Der Ablaufplan hat keine Entscheidungen; lassen Sie „{name}“ weg.</translation>
  </message>
  <message>
   <source>decisions: there is no decision “{name}”. The schedule has: {titles}.</source>
   <translation>decisions: Es gibt keine Entscheidung „{name}“. Im Ablaufplan vorhanden: {titles}.</translation>
  </message>
  <message>
   <source>discontinuation.how: nobody can stop by “{name}”. Write one of: {titles}.</source>
   <translation>discontinuation.how: Durch „{name}“ kann niemand ausscheiden. Schreiben Sie eines von: {titles}.</translation>
  </message>
  <message>
   <source>format: say which format the outcomes have: {format}.</source>
   <translation>format: Geben Sie an, welches Format die Annahmen haben: {format}.</translation>
  </message>
  <message>
   <source>observations: no visit has the activity “{activity}”. Say at which visits (at).</source>
   <translation>observations: Keine Visite hat die Aktivität „{activity}“. Geben Sie an, an welchen Visiten (at).</translation>
  </message>
  <message>
   <source>{literal} is no number that can be reckoned with.</source>
   <translation>{literal} ist keine Zahl, mit der sich rechnen lässt.</translation>
  </message>
  <message>
   <source>{names} and {number} more</source>
   <translation>{names} und {number} weitere</translation>
  </message>
  <message>
   <source>{name}: it is said twice. Leave one of them out.</source>
   <translation>{name}: doppelt angegeben. Lassen Sie eines davon weg.</translation>
  </message>
  <message>
   <source>{place}: this is not known. Known here: {names}.</source>
   <translation>{place}: Dies ist nicht bekannt. Hier bekannt: {names}.</translation>
  </message>
  <message>
   <source>{where}.between: the first number must be the lower one.</source>
   <translation>{where}.between: Die erste Zahl muss die kleinere sein.</translation>
  </message>
  <message>
   <source>{where}.between: write two numbers: [lowest, highest].</source>
   <translation>{where}.between: Schreiben Sie zwei Zahlen: [niedrigste, höchste].</translation>
  </message>
  <message>
   <source>{where}.days_off: the same number of days is said twice.</source>
   <translation>{where}.days_off: Dieselbe Zahl von Tagen ist doppelt angegeben.</translation>
  </message>
  <message>
   <source>{where}: days_off and {name} do not go together. Leave one out.</source>
   <translation>{where}: days_off und {name} passen nicht zusammen. Lassen Sie eines weg.</translation>
  </message>
  <message>
   <source>{where}: give at least one of them a weight above 0.</source>
   <translation>{where}: Geben Sie mindestens einem davon ein Gewicht über 0.</translation>
  </message>
  <message>
   <source>{where}: say either one_of (values with weights) or between (lowest, highest).</source>
   <translation>{where}: Geben Sie entweder one_of (Werte mit Gewichten) oder between (niedrigste, höchste Zahl) an.</translation>
  </message>
  <message>
   <source>{where}: say either the name of what is recorded, or the activity.</source>
   <translation>{where}: Geben Sie entweder den Namen des Erfassten (name) oder die Aktivität (activity) an.</translation>
  </message>
  <message>
   <source>{where}: several activities are called “{name}”. Write the id: {found}.</source>
   <translation>{where}: Mehrere Aktivitäten heißen „{name}“. Schreiben Sie die ID: {found}.</translation>
  </message>
  <message>
   <source>{where}: the chances come to more than 1 together.</source>
   <translation>{where}: Die Wahrscheinlichkeiten ergeben zusammen mehr als 1.</translation>
  </message>
  <message>
   <source>{where}: the list is empty. Write the weights of each pass.</source>
   <translation>{where}: Die Liste ist leer. Schreiben Sie die Gewichte jedes Durchlaufs.</translation>
  </message>
  <message>
   <source>{where}: the schedule has no activity “{name}”. Write one by its name or its id.</source>
   <translation>{where}: Der Ablaufplan hat keine Aktivität „{name}“. Schreiben Sie eine mit ihrem Namen oder ihrer ID.</translation>
  </message>
  <message>
   <source>{where}: the schedule has no visits, so leave “{name}” out.</source>
   <translation>{where}: Der Ablaufplan hat keine Visiten; lassen Sie „{name}“ weg.</translation>
  </message>
  <message>
   <source>{where}: there is no visit “{name}”. The schedule has: {titles}.</source>
   <translation>{where}: Es gibt keine Visite „{name}“. Im Ablaufplan vorhanden: {titles}.</translation>
  </message>
  <message>
   <source>{where}: write a list: [...].</source>
   <translation>{where}: Schreiben Sie eine Liste: [...].</translation>
  </message>
  <message>
   <source>{where}: write a number from {least} to {most}, not {given}.</source>
   <translation>{where}: Schreiben Sie eine Zahl von {least} bis {most}, nicht {given}.</translation>
  </message>
  <message>
   <source>{where}: write a text in quotes.</source>
   <translation>{where}: Schreiben Sie einen Text in Anführungszeichen.</translation>
  </message>
  <message>
   <source>{where}: write a whole number from {least} to {most}, not {given}.</source>
   <translation>{where}: Schreiben Sie eine ganze Zahl von {least} bis {most}, nicht {given}.</translation>
  </message>
  <message>
   <source>{where}: write an object: {{...}}.</source>
   <translation>{where}: Schreiben Sie ein Objekt: {{...}}.</translation>
  </message>
  <message>
   <source>{where}: “{name}” is no number of days. Write it as "-1", "0" or "2".</source>
   <translation>{where}: „{name}“ ist keine Zahl von Tagen. Schreiben Sie sie als "-1", "0" oder "2".</translation>
  </message>
 </context>
 <context>
  <name>palette</name>
  <message>
   <source>Action</source>
   <translation>Aktion</translation>
  </message>
  <message>
   <source>Activity</source>
   <translation>Aktivität</translation>
  </message>
  <message>
   <source>Arm</source>
   <translation>Arm</translation>
  </message>
  <message>
   <source>Decision</source>
   <translation>Entscheidung</translation>
  </message>
  <message>
   <source>Encounter</source>
   <translation>Encounter</translation>
  </message>
  <message>
   <source>Epoch</source>
   <translation>Epoche</translation>
  </message>
  <message>
   <source>Find a visit, an activity, a study, or something to do</source>
   <translation>Eine Visite, Aktivität, Studie oder Aktion finden</translation>
  </message>
  <message>
   <source>Find or do anything</source>
   <translation>Alles finden und tun</translation>
  </message>
  <message>
   <source>Nothing fits</source>
   <translation>Nichts passt</translation>
  </message>
  <message>
   <source>Study</source>
   <translation>Studie</translation>
  </message>
  <message>
   <source>Timeline</source>
   <translation>Zeitleiste</translation>
  </message>
  <message>
   <source>Try fewer letters, or the beginning of each word.</source>
   <translation>Weniger Buchstaben versuchen, oder den Anfang jedes Wortes.</translation>
  </message>
  <message>
   <source>Visit</source>
   <translation>Visite</translation>
  </message>
  <message>
   <source>What fits</source>
   <translation>Was passt</translation>
  </message>
 </context>
 <context>
  <name>panes</name>
  <message>
   <source>Arms and elements</source>
   <translation>Arme und Elemente</translation>
  </message>
  <message>
   <source>Burden</source>
   <translation>Belastung</translation>
  </message>
  <message>
   <source>Conditions</source>
   <translation>Bedingungen</translation>
  </message>
  <message>
   <source>Dates</source>
   <translation>Termine</translation>
  </message>
  <message>
   <source>Differences</source>
   <translation>Unterschiede</translation>
  </message>
  <message>
   <source>Hide {pane}</source>
   <translation>{pane} ausblenden</translation>
  </message>
  <message>
   <source>History</source>
   <translation>Verlauf</translation>
  </message>
  <message>
   <source>Inspector</source>
   <translation>Inspektor</translation>
  </message>
  <message>
   <source>Navigator</source>
   <translation>Navigator</translation>
  </message>
  <message>
   <source>Panes: {names}</source>
   <translation>Bereiche: {names}</translation>
  </message>
  <message>
   <source>Participant</source>
   <translation>Teilnehmer</translation>
  </message>
  <message>
   <source>Problems</source>
   <translation>Probleme</translation>
  </message>
  <message>
   <source>Protocol text</source>
   <translation>Protokolltext</translation>
  </message>
  <message>
   <source>Simulation</source>
   <translation>Simulation</translation>
  </message>
 </context>
 <context>
  <name>plan</name>
  <message>
   <source>A timeline inside “{visit}” contains itself or cannot run: left out.</source>
   <translation>Eine Zeitleiste in „{visit}“ enthält sich selbst oder ist nicht ausführbar: ausgelassen.</translation>
  </message>
  <message>
   <source>After “{visit}” the schedule does not say how it goes on: it ends there.</source>
   <translation>Nach „{visit}“ sagt der Ablaufplan nicht, wie es weitergeht: Er endet dort.</translation>
  </message>
  <message>
   <source>No way leads out of the loop of {visits} in “{timeline}”: it would never end. Give it a decision with a way on, or an exit.</source>
   <translation>Aus der Schleife {visits} in „{timeline}“ führt kein Weg hinaus: Sie würde nie enden. Geben Sie ihr eine Entscheidung mit einem Weg weiter oder einen Ausgang.</translation>
  </message>
  <message>
   <source>Nothing tells who decides at “{decision}”: the site coordinator is asked.</source>
   <translation>Wer bei „{decision}“ entscheidet, ist nicht angegeben: Gefragt wird die Koordination des Prüfzentrums.</translation>
  </message>
  <message>
   <source>The rule of “{condition}” is about no activity as a whole: it decides nothing here.</source>
   <translation>Die Regel von „{condition}“ betrifft keine Aktivität als Ganzes: Sie entscheidet hier nichts.</translation>
  </message>
  <message>
   <source>The study has no such timeline: there is nothing to run.</source>
   <translation>Die Studie hat keine solche Zeitleiste: Es gibt nichts auszuführen.</translation>
  </message>
  <message>
   <source>The window of “{visit}” is in hours, around a date: it cannot be judged.</source>
   <translation>Das Zeitfenster von „{visit}“ ist in Stunden, um ein Datum: Es ist nicht beurteilbar.</translation>
  </message>
  <message>
   <source>Timeline “{timeline}” does not say where it starts: taken as “{visit}”.</source>
   <translation>Die Zeitleiste „{timeline}“ sagt nicht, wo sie beginnt: angenommen wird „{visit}“.</translation>
  </message>
  <message>
   <source>Timeline “{timeline}” has no Fixed Reference: nothing in it gets a date.</source>
   <translation>Die Zeitleiste „{timeline}“ hat keine Fixed Reference: Nichts darin erhält ein Datum.</translation>
  </message>
  <message>
   <source>Timeline “{timeline}” has no instance: there is nothing to run.</source>
   <translation>Die Zeitleiste „{timeline}“ hat keine Instanz: Es gibt nichts auszuführen.</translation>
  </message>
  <message>
   <source>Timeline “{timeline}” says “{words}”: once started, it ends the main timeline.</source>
   <translation>Die Zeitleiste „{timeline}“ sagt „{words}“: Einmal begonnen, beendet sie die Hauptzeitleiste.</translation>
  </message>
  <message>
   <source>When “{visit}” is cannot be told: {reason}</source>
   <translation>Wann „{visit}“ ist, lässt sich nicht sagen: {reason}</translation>
  </message>
  <message>
   <source>“{condition}” is a text alone: no rule keeps anybody from going round again.</source>
   <translation>„{condition}“ ist nur ein Text: Keine Regel verhindert einen weiteren Durchlauf.</translation>
  </message>
  <message>
   <source>“{element}” is not in every arm: the rule of its transition is not run, because a schedule does not say who is in which arm.</source>
   <translation>„{element}“ ist nicht in jedem Arm: Die Regel des Übergangs wird nicht ausgeführt, weil ein Ablaufplan nicht sagt, wer in welchem Arm ist.</translation>
  </message>
  <message>
   <source>“{name}” refers to “{missing}” ({attribute}), which does not exist.</source>
   <translation>„{name}“ verweist auf „{missing}“ ({attribute}); das gibt es nicht.</translation>
  </message>
 </context>
 <context>
  <name>preferences</name>
  <message>
   <source>Appearance</source>
   <translation>Erscheinungsbild</translation>
  </message>
  <message>
   <source>As the system</source>
   <translation>Wie das System</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>Dunkel</translation>
  </message>
  <message>
   <source>Every edit carries this name; without one, that of this system's user.</source>
   <translation>Jede Änderung trägt diesen Namen; ohne ihn den des Benutzers dieses Systems.</translation>
  </message>
  <message>
   <source>Everything, to find a fault</source>
   <translation>Alles, um einen Fehler zu finden</translation>
  </message>
  <message>
   <source>High contrast, dark</source>
   <translation>Hoher Kontrast, dunkel</translation>
  </message>
  <message>
   <source>High contrast, light</source>
   <translation>Hoher Kontrast, hell</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Sprache</translation>
  </message>
  <message>
   <source>Language and size change when Maestro is started again.</source>
   <translation>Sprache und Größe ändern sich beim nächsten Start von Maestro.</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Hell</translation>
  </message>
  <message>
   <source>Log</source>
   <translation>Protokollierung</translation>
  </message>
  <message>
   <source>Only what goes wrong</source>
   <translation>Nur was schiefgeht</translation>
  </message>
  <message>
   <source>Preferences</source>
   <translation>Einstellungen</translation>
  </message>
  <message>
   <source>Size of text and everything</source>
   <translation>Größe von Text und allem</translation>
  </message>
  <message>
   <source>The log stays on this computer and holds no study and no participant.</source>
   <translation>Die Protokollierung bleibt auf diesem Computer und enthält keine Studie und keine Teilnehmer.</translation>
  </message>
  <message>
   <source>What happens</source>
   <translation>Was geschieht</translation>
  </message>
  <message>
   <source>Your name, for edits</source>
   <translation>Ihr Name, für Änderungen</translation>
  </message>
 </context>
 <context>
  <name>problems</name>
  <message numerus="yes">
   <source>%n error(s)</source>
   <translation>
    <numerusform>%n Fehler</numerusform>
    <numerusform>%n Fehler</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n note(s)</source>
   <translation>
    <numerusform>%n Hinweis</numerusform>
    <numerusform>%n Hinweise</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n warning(s)</source>
   <translation>
    <numerusform>%n Warnung</numerusform>
    <numerusform>%n Warnungen</numerusform>
   </translation>
  </message>
  <message>
   <source>All findings are hidden</source>
   <translation>Alle Befunde sind ausgeblendet</translation>
  </message>
  <message>
   <source>Error</source>
   <translation>Fehler</translation>
  </message>
  <message>
   <source>Findings</source>
   <translation>Befunde</translation>
  </message>
  <message>
   <source>Hide errors</source>
   <translation>Fehler ausblenden</translation>
  </message>
  <message>
   <source>Hide notes</source>
   <translation>Hinweise ausblenden</translation>
  </message>
  <message>
   <source>Hide warnings</source>
   <translation>Warnungen ausblenden</translation>
  </message>
  <message>
   <source>Make it Start to Start</source>
   <translation>„Start to Start“ einsetzen</translation>
  </message>
  <message>
   <source>No findings</source>
   <translation>Keine Befunde</translation>
  </message>
  <message>
   <source>No study is open</source>
   <translation>Keine Studie ist geöffnet</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Hinweis</translation>
  </message>
  <message>
   <source>Nothing is structurally wrong with this study. Its schedule can be read as it is.</source>
   <translation>An dieser Studie ist strukturell nichts falsch. Ihr Ablaufplan kann gelesen werden, wie er ist.</translation>
  </message>
  <message>
   <source>Remove the window</source>
   <translation>Zeitfenster entfernen</translation>
  </message>
  <message>
   <source>Repair ids</source>
   <translation>IDs reparieren</translation>
  </message>
  <message>
   <source>Say the window in words too</source>
   <translation>Zeitfenster auch in Worten angeben</translation>
  </message>
  <message>
   <source>Set the window that is said: {window}</source>
   <translation>Genanntes Zeitfenster setzen: {window}</translation>
  </message>
  <message>
   <source>Show errors</source>
   <translation>Fehler zeigen</translation>
  </message>
  <message>
   <source>Show notes</source>
   <translation>Hinweise zeigen</translation>
  </message>
  <message>
   <source>Show warnings</source>
   <translation>Warnungen zeigen</translation>
  </message>
  <message>
   <source>Show {findings}</source>
   <translation>{findings} zeigen</translation>
  </message>
  <message>
   <source>Switch a kind of finding on above to see it here.</source>
   <translation>Oben eine Art von Befund einschalten, um sie hier zu sehen.</translation>
  </message>
  <message>
   <source>Take the reference out</source>
   <translation>Verweis entfernen</translation>
  </message>
  <message>
   <source>Warning</source>
   <translation>Warnung</translation>
  </message>
  <message>
   <source>What is wrong or doubtful in a study's schedule is listed here.</source>
   <translation>Was am Ablaufplan einer Studie falsch oder zweifelhaft ist, wird hier aufgelistet.</translation>
  </message>
  <message>
   <source>{kind}: {message} {title}, rule {rule}</source>
   <translation>{kind}: {message} {title}, Regel {rule}</translation>
  </message>
  <message>
   <source>{what} (Ctrl+Enter)</source>
   <translation>{what} (Strg+Eingabe)</translation>
  </message>
 </context>
 <context>
  <name>program</name>
  <message>
   <source>Every edit is saved as it is made; the backend gets each by itself.</source>
   <translation>Jede Änderung wird sofort gespeichert; das Backend erhält sie von selbst.</translation>
  </message>
  <message>
   <source>Importing {file}</source>
   <translation>Import von {file}</translation>
  </message>
  <message>
   <source>Making {title}</source>
   <translation>{title} wird angelegt</translation>
  </message>
  <message>
   <source>Opening {title}</source>
   <translation>Öffnen von {title}</translation>
  </message>
  <message>
   <source>Reading {title}</source>
   <translation>Lesen von {title}</translation>
  </message>
  <message>
   <source>Studies are kept on this computer, encrypted.</source>
   <translation>Studien werden auf diesem Computer verschlüsselt aufbewahrt.</translation>
  </message>
  <message>
   <source>The backend can be reached again.</source>
   <translation>Das Backend ist wieder erreichbar.</translation>
  </message>
  <message>
   <source>The file itself is unchanged.</source>
   <translation>Die Datei selbst ist unverändert.</translation>
  </message>
  <message>
   <source>The file was taken as another program had written it.</source>
   <translation>Die Datei wurde übernommen, wie ein anderes Programm sie geschrieben hat.</translation>
  </message>
  <message>
   <source>The timeline that was asked for is not in this study.</source>
   <translation>Die gewünschte Zeitleiste ist nicht in dieser Studie.</translation>
  </message>
  <message>
   <source>What was asked for is not in this study any more.</source>
   <translation>Das Gewünschte ist nicht mehr in dieser Studie.</translation>
  </message>
  <message>
   <source>Writing {file}</source>
   <translation>Schreiben von {file}</translation>
  </message>
  <message>
   <source>the study</source>
   <translation>der Studie</translation>
  </message>
  <message>
   <source>{file} holds every edit.</source>
   <translation>{file} enthält jede Änderung.</translation>
  </message>
  <message numerus="yes">
   <source>{file} is written. Not in it yet: %n edit(s) made meanwhile.</source>
   <translation>
    <numerusform>{file} ist geschrieben. Noch nicht darin: %n inzwischen gemachte Änderung.</numerusform>
    <numerusform>{file} ist geschrieben. Noch nicht darin: %n inzwischen gemachte Änderungen.</numerusform>
   </translation>
  </message>
  <message>
   <source>{file} was changed by another program and is shown as it is now.</source>
   <translation>{file} wurde von einem anderen Programm geändert und wird gezeigt, wie sie jetzt ist.</translation>
  </message>
  <message>
   <source>{file} was changed by another program; your edits are on top of it.</source>
   <translation>{file} wurde von einem anderen Programm geändert; Ihre Änderungen sind darauf angewendet.</translation>
  </message>
  <message>
   <source>{title} is off the list; its file is unchanged.</source>
   <translation>{title} wurde aus der Liste entfernt; die Datei ist unverändert.</translation>
  </message>
  <message>
   <source>{title} is on the backend.</source>
   <translation>{title} ist auf dem Backend.</translation>
  </message>
  <message>
   <source>{title} is open: close it first.</source>
   <translation>{title} ist geöffnet: bitte zuerst schließen.</translation>
  </message>
  <message>
   <source>{what} was written to {file}.</source>
   <translation>{what} wurde in {file} geschrieben.</translation>
  </message>
 </context>
 <context>
  <name>reach</name>
  <message numerus="yes">
   <source>%n cell(s) (have) it.</source>
   <translation>
    <numerusform>%n Zelle enthält es.</numerusform>
    <numerusform>%n Zellen enthalten es.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n cell(s) of the design (are) removed with it.</source>
   <translation>
    <numerusform>%n Zelle des Designs wird mit entfernt.</numerusform>
    <numerusform>%n Zellen des Designs werden mit entfernt.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n visit(s) (are) at no encounter then.</source>
   <translation>
    <numerusform>%n Visite hat dann keinen Encounter.</numerusform>
    <numerusform>%n Visiten haben dann keinen Encounter.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n visit(s) (are) in it.</source>
   <translation>
    <numerusform>%n Visite ist darin.</numerusform>
    <numerusform>%n Visiten sind darin.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n visit(s) (are) removed with it.</source>
   <translation>
    <numerusform>%n Visite wird mit entfernt.</numerusform>
    <numerusform>%n Visiten werden mit entfernt.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>It runs in %n place(s), which run nothing then.</source>
   <translation>
    <numerusform>Sie wird an %n Stelle ausgeführt, an der dann nichts ausgeführt wird.</numerusform>
    <numerusform>Sie wird an %n Stellen ausgeführt, an denen dann nichts ausgeführt wird.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Planned at %n visit(s).</source>
   <translation>
    <numerusform>An %n Visite geplant.</numerusform>
    <numerusform>An %n Visiten geplant.</numerusform>
   </translation>
  </message>
  <message>
   <source>What stands in a group moves out of it.</source>
   <translation>Was in einer Gruppe steht, kommt aus ihr heraus.</translation>
  </message>
 </context>
 <context>
  <name>rules</name>
  <message numerus="yes">
   <source>%n day(s)</source>
   <translation>
    <numerusform>%n Tag</numerusform>
    <numerusform>%n Tage</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n hour(s)</source>
   <translation>
    <numerusform>%n Stunde</numerusform>
    <numerusform>%n Stunden</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n minute(s)</source>
   <translation>
    <numerusform>%n Minute</numerusform>
    <numerusform>%n Minuten</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n month(s)</source>
   <translation>
    <numerusform>%n Monat</numerusform>
    <numerusform>%n Monate</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n rule(s) offered</source>
   <translation>
    <numerusform>%n Regel vorgeschlagen</numerusform>
    <numerusform>%n Regeln vorgeschlagen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n second(s)</source>
   <translation>
    <numerusform>%n Sekunde</numerusform>
    <numerusform>%n Sekunden</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n to look at</source>
   <translation>
    <numerusform>%n zu prüfen</numerusform>
    <numerusform>%n zu prüfen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n week(s)</source>
   <translation>
    <numerusform>%n Woche</numerusform>
    <numerusform>%n Wochen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n with a rule</source>
   <translation>
    <numerusform>%n mit Regel</numerusform>
    <numerusform>%n mit Regel</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n without a rule</source>
   <translation>
    <numerusform>%n ohne Regel</numerusform>
    <numerusform>%n ohne Regel</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n year(s)</source>
   <translation>
    <numerusform>%n Jahr</numerusform>
    <numerusform>%n Jahre</numerusform>
   </translation>
  </message>
  <message>
   <source>(no words)</source>
   <translation>(ohne Text)</translation>
  </message>
  <message>
   <source>(not chosen)</source>
   <translation>(nicht gewählt)</translation>
  </message>
  <message>
   <source>A change, sum, product or ratio</source>
   <translation>Differenz, Summe, Produkt oder Verhältnis</translation>
  </message>
  <message>
   <source>A clock of its own: it runs whatever else the schedule does.</source>
   <translation>Eine eigene Uhr: Sie läuft unabhängig vom übrigen Ablaufplan.</translation>
  </message>
  <message>
   <source>A decision stands at a day: counted in hours, it asks where no times are known.</source>
   <translation>Eine Entscheidung steht an einem Tag: In Stunden gezählt fragt sie, wo keine Uhrzeiten bekannt sind.</translation>
  </message>
  <message>
   <source>A look-back is a duration, such as 14 days.</source>
   <translation>Ein Rückblick ist eine Dauer, etwa 14 Tage.</translation>
  </message>
  <message>
   <source>A look-back: the lowest value of the last 14 days</source>
   <translation>Ein Rückblick: niedrigster Wert der letzten 14 Tage</translation>
  </message>
  <message>
   <source>A number lies between -10^12 and 10^12.</source>
   <translation>Eine Zahl liegt zwischen -10^12 und 10^12.</translation>
  </message>
  <message>
   <source>A person decides</source>
   <translation>Eine Person entscheidet</translation>
  </message>
  <message>
   <source>A person is asked each time.</source>
   <translation>Jedes Mal wird eine Person gefragt.</translation>
  </message>
  <message>
   <source>A rule compares at most {number} times. Split it.</source>
   <translation>Eine Regel vergleicht höchstens {number}-mal. Teilen Sie sie.</translation>
  </message>
  <message>
   <source>A rule has at most {rows} rows and {columns} columns. Split it.</source>
   <translation>Eine Regel hat höchstens {rows} Zeilen und {columns} Spalten. Teilen Sie sie.</translation>
  </message>
  <message>
   <source>A rule nests at most {levels} levels deep. Split it.</source>
   <translation>Eine Regel ist höchstens {levels} Ebenen tief. Teilen Sie sie.</translation>
  </message>
  <message>
   <source>A rule speaks of at most {number} things. Split it.</source>
   <translation>Eine Regel nennt höchstens {number} Größen. Teilen Sie sie.</translation>
  </message>
  <message>
   <source>A rule waits at most {number} times.</source>
   <translation>Eine Regel wartet höchstens {number}-mal.</translation>
  </message>
  <message>
   <source>A second clock: stop 52 weeks after the first dose, whatever else happens</source>
   <translation>Eine zweite Uhr: Ende 52 Wochen nach der ersten Dosis, unabhängig von allem anderen</translation>
  </message>
  <message>
   <source>A study day</source>
   <translation>Ein Studientag</translation>
  </message>
  <message>
   <source>A table needs a row and a column.</source>
   <translation>Eine Tabelle braucht eine Zeile und eine Spalte.</translation>
  </message>
  <message>
   <source>A text of a rule is at most {number} characters long.</source>
   <translation>Ein Text einer Regel ist höchstens {number} Zeichen lang.</translation>
  </message>
  <message>
   <source>A value</source>
   <translation>Ein Wert</translation>
  </message>
  <message>
   <source>A value against the laboratory's range of that day</source>
   <translation>Ein Wert im Vergleich zum Referenzbereich des Labors an diesem Tag</translation>
  </message>
  <message>
   <source>A value against the one before: risen by more than a fifth</source>
   <translation>Ein Wert im Vergleich zum vorigen: um mehr als ein Fünftel gestiegen</translation>
  </message>
  <message>
   <source>A value now, against a limit: hemoglobin below 7 g/dL</source>
   <translation>Ein aktueller Wert im Vergleich zu einer Grenze: Hämoglobin unter 7 g/dL</translation>
  </message>
  <message>
   <source>Activities</source>
   <translation>Aktivitäten</translation>
  </message>
  <message>
   <source>Add: {what}</source>
   <translation>Hinzufügen: {what}</translation>
  </message>
  <message>
   <source>After that</source>
   <translation>Danach</translation>
  </message>
  <message>
   <source>Age</source>
   <translation>Alter</translation>
  </message>
  <message>
   <source>All activities of a visit are done</source>
   <translation>Alle Aktivitäten einer Visite sind durchgeführt</translation>
  </message>
  <message>
   <source>All conditions are hidden</source>
   <translation>Alle Bedingungen sind ausgeblendet</translation>
  </message>
  <message>
   <source>All of these hold</source>
   <translation>Alle treffen zu</translation>
  </message>
  <message>
   <source>An attribute of the participant: age from 18 to 75</source>
   <translation>Ein Merkmal des Teilnehmers: Alter von 18 bis 75</translation>
  </message>
  <message>
   <source>Another attribute…</source>
   <translation>Anderes Merkmal …</translation>
  </message>
  <message>
   <source>Another thing, or a calculation…</source>
   <translation>Andere Größe oder Berechnung …</translation>
  </message>
  <message>
   <source>Arm</source>
   <translation>Arm</translation>
  </message>
  <message>
   <source>Asks: something is not known</source>
   <translation>Fragt: Etwas ist nicht bekannt</translation>
  </message>
  <message>
   <source>Asks: {who} decides.</source>
   <translation>Fragt – Entscheidung: {who}.</translation>
  </message>
  <message>
   <source>At least one of several: ALT or AST above 3 times the upper limit</source>
   <translation>Mindestens eines von mehreren: ALT oder AST über dem 3-Fachen der Obergrenze</translation>
  </message>
  <message>
   <source>At least so many of these hold</source>
   <translation>Mindestens so viele treffen zu</translation>
  </message>
  <message>
   <source>At least {number} of {all} can never hold.</source>
   <translation>Mindestens {number} von {all} kann nie zutreffen.</translation>
  </message>
  <message>
   <source>At most</source>
   <translation>Höchstens</translation>
  </message>
  <message>
   <source>At most {number} passes.</source>
   <translation>Höchstens {number} Durchläufe.</translation>
  </message>
  <message>
   <source>Calculations</source>
   <translation>Berechnungen</translation>
  </message>
  <message>
   <source>Check it before you save it: nothing is kept yet.</source>
   <translation>Prüfen Sie die Regel vor dem Speichern: Noch ist nichts gespeichert.</translation>
  </message>
  <message>
   <source>Choose what the column compares…</source>
   <translation>Wählen, was die Spalte vergleicht …</translation>
  </message>
  <message>
   <source>Choose what this is in the study: {names}.</source>
   <translation>Wählen Sie, was dies in der Studie ist: {names}.</translation>
  </message>
  <message>
   <source>Choose what “{name}” is in this study.</source>
   <translation>Wählen Sie, was „{name}“ in dieser Studie ist.</translation>
  </message>
  <message>
   <source>Choose…</source>
   <translation>Wählen …</translation>
  </message>
  <message>
   <source>Clear the rule</source>
   <translation>Regel entfernen</translation>
  </message>
  <message>
   <source>Column</source>
   <translation>Spalte</translation>
  </message>
  <message>
   <source>Column {column}: {trouble}</source>
   <translation>Spalte {column}: {trouble}</translation>
  </message>
  <message>
   <source>Comes to something else than when it was kept.</source>
   <translation>Ergibt etwas anderes als beim Speichern.</translation>
  </message>
  <message>
   <source>Comes to what it came to when it was kept.</source>
   <translation>Ergibt dasselbe wie beim Speichern.</translation>
  </message>
  <message>
   <source>Compare with something else</source>
   <translation>Mit etwas anderem vergleichen</translation>
  </message>
  <message>
   <source>Condition</source>
   <translation>Bedingung</translation>
  </message>
  <message>
   <source>Conditions</source>
   <translation>Bedingungen</translation>
  </message>
  <message>
   <source>Conditions cannot say rows in which somebody decides, or that wait.</source>
   <translation>Zeilen, in denen jemand entscheidet oder gewartet wird, lassen sich nicht als Bedingungen ausdrücken.</translation>
  </message>
  <message>
   <source>Conditions cannot say rows that only stand before or behind others.</source>
   <translation>Zeilen, die nur vor oder hinter anderen stehen, lassen sich nicht als Bedingungen ausdrücken.</translation>
  </message>
  <message>
   <source>Counted from</source>
   <translation>Gezählt ab</translation>
  </message>
  <message>
   <source>Counted in</source>
   <translation>Zähleinheit</translation>
  </message>
  <message>
   <source>Ctrl+Enter</source>
   <translation>Strg+Eingabe</translation>
  </message>
  <message>
   <source>Day {day}</source>
   <translation>Tag {day}</translation>
  </message>
  <message>
   <source>Decision table</source>
   <translation>Entscheidungstabelle</translation>
  </message>
  <message>
   <source>Decision “{decision}”</source>
   <translation>Entscheidung „{decision}“</translation>
  </message>
  <message>
   <source>Decision “{decision}”, to {visit}</source>
   <translation>Entscheidung „{decision}“, zu {visit}</translation>
  </message>
  <message>
   <source>Decisions, footnotes, entries of timelines and transitions are listed here.</source>
   <translation>Hier stehen Entscheidungen, Fußnoten, Eingänge von Zeitleisten und Übergänge.</translation>
  </message>
  <message>
   <source>Delay and try again: wait 7 days while low, 3 times at most, then stop</source>
   <translation>Verschieben und erneut versuchen: 7 Tage warten, solange niedrig, höchstens 3-mal, dann Ende</translation>
  </message>
  <message>
   <source>Does not hold with these data</source>
   <translation>Trifft mit diesen Daten nicht zu</translation>
  </message>
  <message>
   <source>Edit the rule…</source>
   <translation>Regel bearbeiten …</translation>
  </message>
  <message>
   <source>Elapsed time: at most 28 days since consent</source>
   <translation>Verstrichene Zeit: höchstens 28 Tage seit der Einwilligung</translation>
  </message>
  <message>
   <source>Entry to “{timeline}”</source>
   <translation>Eingang von „{timeline}“</translation>
  </message>
  <message>
   <source>Every way can be taken, and never two at once.</source>
   <translation>Jeder Weg kann genommen werden, nie zwei zugleich.</translation>
  </message>
  <message>
   <source>First</source>
   <translation>Erster Wert</translation>
  </message>
  <message>
   <source>Footnote “{name}”</source>
   <translation>Fußnote „{name}“</translation>
  </message>
  <message>
   <source>Go through what waits…</source>
   <translation>Wartende durchgehen …</translation>
  </message>
  <message>
   <source>Group</source>
   <translation>Gruppe</translation>
  </message>
  <message>
   <source>Has a rule</source>
   <translation>Mit Regel</translation>
  </message>
  <message>
   <source>Hide these</source>
   <translation>Diese ausblenden</translation>
  </message>
  <message>
   <source>Holds with these data</source>
   <translation>Trifft mit diesen Daten zu</translation>
  </message>
  <message>
   <source>How</source>
   <translation>Rechenart</translation>
  </message>
  <message>
   <source>How many hold</source>
   <translation>Wie viele zutreffen</translation>
  </message>
  <message>
   <source>How many, at least</source>
   <translation>Wie viele mindestens</translation>
  </message>
  <message>
   <source>How often at most</source>
   <translation>Wie oft höchstens</translation>
  </message>
  <message>
   <source>How often it was tried before</source>
   <translation>Anzahl bisheriger Versuche</translation>
  </message>
  <message>
   <source>How often the loop was begun, the present pass included.</source>
   <translation>Wie oft die Schleife begonnen wurde, einschließlich des laufenden Durchlaufs.</translation>
  </message>
  <message>
   <source>If {condition}, {answer}.</source>
   <translation>Falls {condition}: {answer}.</translation>
  </message>
  <message>
   <source>If {condition}: {outcome}.</source>
   <translation>Falls {condition}: {outcome}.</translation>
  </message>
  <message>
   <source>In words</source>
   <translation>In Worten</translation>
  </message>
  <message>
   <source>Insert a row above</source>
   <translation>Zeile darüber einfügen</translation>
  </message>
  <message>
   <source>Insert a row below	Ctrl++</source>
   <translation>Zeile darunter einfügen	Strg++</translation>
  </message>
  <message>
   <source>Is there clinical progression?</source>
   <translation>Liegt eine klinische Progression vor?</translation>
  </message>
  <message>
   <source>It waits, and does not say for how long.</source>
   <translation>Es wird gewartet, ohne Angabe wie lange.</translation>
  </message>
  <message>
   <source>It waits, and is tried again.</source>
   <translation>Die Regel wartet und versucht es erneut.</translation>
  </message>
  <message>
   <source>Its name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Keep as an example</source>
   <translation>Als Beispiel speichern</translation>
  </message>
  <message>
   <source>Keep the rule as it is</source>
   <translation>Regel so beibehalten</translation>
  </message>
  <message>
   <source>Look back</source>
   <translation>Rückblick</translation>
  </message>
  <message>
   <source>Low, normal and high have no lowest, highest or mean.</source>
   <translation>Niedrig, normal und hoch haben weder Minimum noch Maximum noch Mittelwert.</translation>
  </message>
  <message>
   <source>May mean: {sentence}</source>
   <translation>Bedeutet vielleicht: {sentence}</translation>
  </message>
  <message>
   <source>Move down (Alt+Down)</source>
   <translation>Nach unten (Alt+Ab)</translation>
  </message>
  <message>
   <source>Move the row down	Alt+Shift+Down</source>
   <translation>Zeile nach unten	Alt+Umschalt+Ab</translation>
  </message>
  <message>
   <source>Move the row up	Alt+Up</source>
   <translation>Zeile nach oben	Alt+Auf</translation>
  </message>
  <message>
   <source>Move up (Alt+Up)</source>
   <translation>Nach oben (Alt+Auf)</translation>
  </message>
  <message>
   <source>Needs a look</source>
   <translation>Zu prüfen</translation>
  </message>
  <message>
   <source>No condition waits: none is offered a rule, and none needs a look.</source>
   <translation>Keine Bedingung wartet: Für keine ist eine Regel vorgeschlagen, und keine ist zu prüfen.</translation>
  </message>
  <message>
   <source>No row fits, so that {otherwise}: {example}.</source>
   <translation>Keine Zeile passt (Ergebnis: {otherwise}): {example}.</translation>
  </message>
  <message>
   <source>No row fits.</source>
   <translation>Keine Zeile passt.</translation>
  </message>
  <message>
   <source>No rule yet: a person decides.</source>
   <translation>Noch keine Regel: Eine Person entscheidet.</translation>
  </message>
  <message>
   <source>No study is open</source>
   <translation>Keine Studie ist geöffnet</translation>
  </message>
  <message>
   <source>None of these holds</source>
   <translation>Keine trifft zu</translation>
  </message>
  <message>
   <source>Not all of these hold</source>
   <translation>Nicht alle treffen zu</translation>
  </message>
  <message>
   <source>Not in it: “{words}”.</source>
   <translation>Nicht enthalten: „{words}“.</translation>
  </message>
  <message>
   <source>Not in this study any more</source>
   <translation>Nicht mehr in dieser Studie</translation>
  </message>
  <message>
   <source>Not known: {names}.</source>
   <translation>Nicht bekannt: {names}.</translation>
  </message>
  <message>
   <source>Nothing in it reads like a rule: a person decides.</source>
   <translation>Nichts darin liest sich wie eine Regel: Eine Person entscheidet.</translation>
  </message>
  <message>
   <source>Nothing is called so</source>
   <translation>Nichts heißt so</translation>
  </message>
  <message>
   <source>Nothing is changed.</source>
   <translation>Nichts ist geändert.</translation>
  </message>
  <message>
   <source>Nothing is said.</source>
   <translation>Nichts ist angegeben.</translation>
  </message>
  <message>
   <source>Observations</source>
   <translation>Messwerte</translation>
  </message>
  <message>
   <source>One of two numbers that are multiplied must be without a unit.</source>
   <translation>Von zwei multiplizierten Zahlen muss eine ohne Einheit sein.</translation>
  </message>
  <message>
   <source>Only numbers are less or more than one another.</source>
   <translation>Nur Zahlen sind kleiner oder größer als andere.</translation>
  </message>
  <message>
   <source>Only numbers can be reckoned with.</source>
   <translation>Nur mit Zahlen lässt sich rechnen.</translation>
  </message>
  <message>
   <source>Open the cell…	Alt+Down</source>
   <translation>Zelle öffnen …	Alt+Ab</translation>
  </message>
  <message>
   <source>Open the rule…</source>
   <translation>Regel öffnen …</translation>
  </message>
  <message>
   <source>Otherwise</source>
   <translation>Sonst</translation>
  </message>
  <message>
   <source>Otherwise {answer}.</source>
   <translation>Sonst: {answer}.</translation>
  </message>
  <message>
   <source>Otherwise: {outcome}.</source>
   <translation>Sonst: {outcome}.</translation>
  </message>
  <message>
   <source>Passes at most</source>
   <translation>Durchläufe höchstens</translation>
  </message>
  <message>
   <source>Passes of the loop so far</source>
   <translation>Bisherige Durchläufe der Schleife</translation>
  </message>
  <message>
   <source>Passes so far: fewer than 6 cycles</source>
   <translation>Bisherige Durchläufe: weniger als 6 Zyklen</translation>
  </message>
  <message>
   <source>People</source>
   <translation>Personen</translation>
  </message>
  <message>
   <source>Read</source>
   <translation>Gelesen</translation>
  </message>
  <message>
   <source>Read from the text: {sentence}</source>
   <translation>Aus dem Text gelesen: {sentence}</translation>
  </message>
  <message>
   <source>Remove (Ctrl+Del)</source>
   <translation>Entfernen (Strg+Entf)</translation>
  </message>
  <message>
   <source>Remove the column</source>
   <translation>Spalte entfernen</translation>
  </message>
  <message>
   <source>Remove the row	Ctrl+Del</source>
   <translation>Zeile entfernen	Strg+Entf</translation>
  </message>
  <message>
   <source>Row</source>
   <translation>Zeile</translation>
  </message>
  <message>
   <source>Row {row} decided.</source>
   <translation>Entschieden hat Zeile {row}.</translation>
  </message>
  <message>
   <source>Row {row} does not have a cell for each column.</source>
   <translation>Zeile {row} hat nicht für jede Spalte eine Zelle.</translation>
  </message>
  <message>
   <source>Row {row} never decides: those above it fit first.</source>
   <translation>Zeile {row} entscheidet nie: Zeilen darüber passen vorher.</translation>
  </message>
  <message>
   <source>Row {row}, column {column}: {trouble}</source>
   <translation>Zeile {row}, Spalte {column}: {trouble}</translation>
  </message>
  <message>
   <source>Row {row}, {column}: {value}</source>
   <translation>Zeile {row}, {column}: {value}</translation>
  </message>
  <message>
   <source>Row {row}: {trouble}</source>
   <translation>Zeile {row}: {trouble}</translation>
  </message>
  <message>
   <source>Rule of the decision “{decision}”</source>
   <translation>Regel der Entscheidung „{decision}“</translation>
  </message>
  <message>
   <source>Rule offered</source>
   <translation>Regel vorgeschlagen</translation>
  </message>
  <message>
   <source>Rule: {whose}</source>
   <translation>Regel: {whose}</translation>
  </message>
  <message>
   <source>Save the rule</source>
   <translation>Regel speichern</translation>
  </message>
  <message>
   <source>Save, and the next condition</source>
   <translation>Speichern und nächste Bedingung</translation>
  </message>
  <message>
   <source>Saved with the rule, and tried again whenever it is changed</source>
   <translation>Wird mit der Regel gespeichert und bei jeder ihrer Änderungen erneut geprüft</translation>
  </message>
  <message>
   <source>Say a condition first; what it needs to know can be tried here.</source>
   <translation>Geben Sie zuerst eine Bedingung an; was sie wissen muss, lässt sich hier ausprobieren.</translation>
  </message>
  <message>
   <source>Say a rule…</source>
   <translation>Regel angeben …</translation>
  </message>
  <message>
   <source>Say after how long it is tried again, such as 7 days.</source>
   <translation>Geben Sie an, nach welcher Zeit es erneut versucht wird, etwa 7 Tage.</translation>
  </message>
  <message>
   <source>Say both values.</source>
   <translation>Geben Sie beide Werte an.</translation>
  </message>
  <message>
   <source>Say within which time somebody has to answer, such as 7 days.</source>
   <translation>Geben Sie an, in welcher Frist jemand antworten muss, etwa 7 Tage.</translation>
  </message>
  <message>
   <source>Search</source>
   <translation>Suchen</translation>
  </message>
  <message>
   <source>Search observations, activities, visits, time…</source>
   <translation>Messwerte, Aktivitäten, Visiten, Zeit suchen …</translation>
  </message>
  <message>
   <source>Second</source>
   <translation>Zweiter Wert</translation>
  </message>
  <message>
   <source>Select a decision, a condition, a footnote, a timeline or a transition first.</source>
   <translation>Wählen Sie zuerst eine Entscheidung, eine Bedingung, eine Fußnote, eine Zeitleiste oder einen Übergang aus.</translation>
  </message>
  <message>
   <source>Sex</source>
   <translation>Geschlecht</translation>
  </message>
  <message>
   <source>Show these</source>
   <translation>Diese zeigen</translation>
  </message>
  <message>
   <source>Somebody decides</source>
   <translation>Jemand entscheidet</translation>
  </message>
  <message>
   <source>Somebody decides, with a default after 7 days</source>
   <translation>Jemand entscheidet, mit Vorgabe nach 7 Tagen</translation>
  </message>
  <message>
   <source>Somebody is asked, for example: {example}.</source>
   <translation>Jemand wird gefragt, zum Beispiel: {example}.</translation>
  </message>
  <message>
   <source>Start from an example</source>
   <translation>Mit einem Beispiel beginnen</translation>
  </message>
  <message>
   <source>Study day</source>
   <translation>Studientag</translation>
  </message>
  <message>
   <source>Switch a kind of condition on above to see it here.</source>
   <translation>Oben eine Art von Bedingung einschalten, um sie hier zu sehen.</translation>
  </message>
  <message>
   <source>Table</source>
   <translation>Tabelle</translation>
  </message>
  <message>
   <source>Take the rule away</source>
   <translation>Regel entfernen</translation>
  </message>
  <message>
   <source>The arm is blinded: no rule can speak of it.</source>
   <translation>Der Arm ist verblindet: Keine Regel kann ihn nennen.</translation>
  </message>
  <message>
   <source>The conditions of a study are listed here, each with its rule.</source>
   <translation>Hier stehen die Bedingungen einer Studie, jede mit ihrer Regel.</translation>
  </message>
  <message>
   <source>The day that the decision stands at, as the protocol counts it.</source>
   <translation>Der Tag der Entscheidung, wie das Protokoll ihn zählt.</translation>
  </message>
  <message>
   <source>The first value</source>
   <translation>Der erste Wert</translation>
  </message>
  <message>
   <source>The greater of two</source>
   <translation>Der größere von zwei Werten</translation>
  </message>
  <message>
   <source>The laboratory's range of that day is not recorded.</source>
   <translation>Der Referenzbereich des Labors für diesen Tag ist nicht erfasst.</translation>
  </message>
  <message>
   <source>The lesser of two</source>
   <translation>Der kleinere von zwei Werten</translation>
  </message>
  <message>
   <source>The lesser of two windows: 14 days or 5 half-lives</source>
   <translation>Das kleinere von zwei Zeitfenstern: 14 Tage oder 5 Halbwertszeiten</translation>
  </message>
  <message>
   <source>The limit of the laboratory's range is 0: nothing is a multiple of it.</source>
   <translation>Die Grenze des Referenzbereichs ist 0: Davon gibt es kein Vielfaches.</translation>
  </message>
  <message>
   <source>The lower value stands first.</source>
   <translation>Der kleinere Wert steht zuerst.</translation>
  </message>
  <message>
   <source>The next condition whose rule is offered, or needs a look</source>
   <translation>Die nächste Bedingung, deren Regel vorgeschlagen oder zu prüfen ist</translation>
  </message>
  <message>
   <source>The next way is asked</source>
   <translation>Der nächste Weg wird geprüft</translation>
  </message>
  <message>
   <source>The participant</source>
   <translation>Teilnehmer</translation>
  </message>
  <message>
   <source>The protocol says</source>
   <translation>Das Protokoll sagt</translation>
  </message>
  <message>
   <source>The protocol says: {text}</source>
   <translation>Das Protokoll sagt: {text}</translation>
  </message>
  <message>
   <source>The question</source>
   <translation>Frage</translation>
  </message>
  <message>
   <source>The rule</source>
   <translation>Regel</translation>
  </message>
  <message>
   <source>The rule is not finished.</source>
   <translation>Die Regel ist nicht fertig.</translation>
  </message>
  <message>
   <source>The rule of the condition that is lit (Enter)</source>
   <translation>Regel der markierten Bedingung (Eingabe)</translation>
  </message>
  <message>
   <source>The text that this rule was made for is not in the study any more.</source>
   <translation>Der Text, für den diese Regel gemacht wurde, ist nicht mehr in der Studie.</translation>
  </message>
  <message>
   <source>The text was changed since the rule was made. Before: “{text}”</source>
   <translation>Der Text wurde geändert, seit die Regel gemacht wurde. Vorher: „{text}“</translation>
  </message>
  <message>
   <source>The time since it was done</source>
   <translation>Zeit seit der Durchführung</translation>
  </message>
  <message>
   <source>The times of day are not known here: hours cannot be counted.</source>
   <translation>Die Uhrzeiten sind hier nicht bekannt: Stunden lassen sich nicht zählen.</translation>
  </message>
  <message>
   <source>The value before</source>
   <translation>Der vorige Wert</translation>
  </message>
  <message>
   <source>The value that is recorded with it</source>
   <translation>Der dabei erfasste Wert</translation>
  </message>
  <message>
   <source>The way</source>
   <translation>Weg</translation>
  </message>
  <message>
   <source>Then</source>
   <translation>Dann</translation>
  </message>
  <message>
   <source>There are more than {number} cases: they are not looked at.</source>
   <translation>Es gibt mehr als {number} Fälle: Sie werden nicht geprüft.</translation>
  </message>
  <message>
   <source>There are more than {number} values of {name}: say a look-back.</source>
   <translation>Es gibt mehr als {number} Werte von {name}: Geben Sie einen Rückblick an.</translation>
  </message>
  <message>
   <source>This cannot be reckoned.</source>
   <translation>Das lässt sich nicht berechnen.</translation>
  </message>
  <message>
   <source>This compares a text with a number.</source>
   <translation>Hier wird ein Text mit einer Zahl verglichen.</translation>
  </message>
  <message>
   <source>This compares a text with yes or no.</source>
   <translation>Hier wird ein Text mit Ja oder Nein verglichen.</translation>
  </message>
  <message>
   <source>This compares yes or no with a number.</source>
   <translation>Hier wird Ja oder Nein mit einer Zahl verglichen.</translation>
  </message>
  <message>
   <source>This divides by zero.</source>
   <translation>Hier wird durch null geteilt.</translation>
  </message>
  <message>
   <source>This is no number.</source>
   <translation>Das ist keine Zahl.</translation>
  </message>
  <message>
   <source>This row is not finished.</source>
   <translation>Diese Zeile ist nicht fertig.</translation>
  </message>
  <message>
   <source>This study has no conditions</source>
   <translation>Diese Studie hat keine Bedingungen</translation>
  </message>
  <message>
   <source>This study has no observation, activity or visit of that name.</source>
   <translation>Diese Studie hat keinen Messwert, keine Aktivität und keine Visite dieses Namens.</translation>
  </message>
  <message>
   <source>This way has no rule.</source>
   <translation>Dieser Weg hat keine Regel.</translation>
  </message>
  <message>
   <source>Time and passes</source>
   <translation>Zeit und Durchläufe</translation>
  </message>
  <message>
   <source>Time since consent</source>
   <translation>Zeit seit der Einwilligung</translation>
  </message>
  <message>
   <source>Time since the anchor</source>
   <translation>Zeit seit dem Anker</translation>
  </message>
  <message>
   <source>To wait is to try again after {pause}, at most {number} times; then {answer}.</source>
   <translation>Warten heißt: alle {pause} erneut versuchen, höchstens {number}-mal; dann: {answer}.</translation>
  </message>
  <message>
   <source>To wait is to try again after {pause}, at most {number} times; then: {outcome}.</source>
   <translation>Warten heißt: alle {pause} erneut versuchen, höchstens {number}-mal; dann: {outcome}.</translation>
  </message>
  <message>
   <source>To wait: try again after</source>
   <translation>Warten: erneut versuchen alle</translation>
  </message>
  <message>
   <source>Tried before</source>
   <translation>Bisherige Versuche</translation>
  </message>
  <message>
   <source>Try again after</source>
   <translation>Erneut versuchen alle</translation>
  </message>
  <message>
   <source>Try it: what if</source>
   <translation>Ausprobieren: Was wäre, wenn</translation>
  </message>
  <message>
   <source>Two ways at once, {first} and {second}: {example}. The first is taken.</source>
   <translation>Zwei Wege zugleich, {first} und {second}: {example}. Genommen wird der erste.</translation>
  </message>
  <message>
   <source>Type a text, or several with commas between them.</source>
   <translation>Geben Sie einen Text ein oder mehrere, durch Kommas getrennt.</translation>
  </message>
  <message>
   <source>Type a value such as “&lt; 18”, “18 to 75”, or nothing for any value.</source>
   <translation>Geben Sie einen Wert ein, etwa „&lt; 18“ oder „18 bis 75“, oder nichts für einen beliebigen Wert.</translation>
  </message>
  <message>
   <source>Type into a cell: &lt; 18, 18 to 75, low, high; nothing for any value. Rows are tried from the top.</source>
   <translation>In eine Zelle eingeben: &lt; 18, 18 bis 75, low, high; nichts für einen beliebigen Wert. Die Zeilen werden von oben geprüft.</translation>
  </message>
  <message>
   <source>Type the question that is answered.</source>
   <translation>Geben Sie die Frage ein, die beantwortet wird.</translation>
  </message>
  <message>
   <source>Type what the attribute is called.</source>
   <translation>Geben Sie ein, wie das Merkmal heißt.</translation>
  </message>
  <message>
   <source>Type yes or no.</source>
   <translation>Geben Sie ja oder nein ein.</translation>
  </message>
  <message>
   <source>Unit</source>
   <translation>Einheit</translation>
  </message>
  <message>
   <source>Unit of {name}</source>
   <translation>Einheit von {name}</translation>
  </message>
  <message>
   <source>Until there is an answer, the rule asks.</source>
   <translation>Bis eine Antwort vorliegt, fragt die Regel.</translation>
  </message>
  <message>
   <source>Use this rule</source>
   <translation>Diese Regel übernehmen</translation>
  </message>
  <message>
   <source>Visits</source>
   <translation>Visiten</translation>
  </message>
  <message>
   <source>Wait, and try again</source>
   <translation>Warten und erneut versuchen</translation>
  </message>
  <message>
   <source>Waiting needs a duration and how often, at most.</source>
   <translation>Warten braucht eine Dauer und wie oft höchstens.</translation>
  </message>
  <message>
   <source>What can be compared</source>
   <translation>Was sich vergleichen lässt</translation>
  </message>
  <message>
   <source>What is compared</source>
   <translation>Was verglichen wird</translation>
  </message>
  <message>
   <source>What is reckoned from several values cannot be told beforehand.</source>
   <translation>Was aus mehreren Werten berechnet wird, lässt sich vorab nicht sagen.</translation>
  </message>
  <message>
   <source>What is recorded is no date or number that can be reckoned with.</source>
   <translation>Erfasst ist weder ein Datum noch eine Zahl, mit der sich rechnen lässt.</translation>
  </message>
  <message>
   <source>What is taken without an answer needs a duration, such as 7 days.</source>
   <translation>Was ohne Antwort gilt, braucht eine Dauer, etwa 7 Tage.</translation>
  </message>
  <message>
   <source>What it does to the decision</source>
   <translation>Was sie für die Entscheidung bewirkt</translation>
  </message>
  <message>
   <source>What of it</source>
   <translation>Was davon</translation>
  </message>
  <message>
   <source>What the rows come to</source>
   <translation>Was die Zeilen ergeben</translation>
  </message>
  <message>
   <source>What this comes to is too large.</source>
   <translation>Das Ergebnis ist zu groß.</translation>
  </message>
  <message>
   <source>What two values come to against one another cannot be told beforehand.</source>
   <translation>Wie sich zwei Werte zueinander verhalten, lässt sich vorab nicht sagen.</translation>
  </message>
  <message>
   <source>Where it asks</source>
   <translation>Wo sie fragt</translation>
  </message>
  <message>
   <source>Where no condition holds, {default}. For example: {example}.</source>
   <translation>Trifft keine Bedingung zu: {default}. Zum Beispiel: {example}.</translation>
  </message>
  <message>
   <source>Where nobody answers within</source>
   <translation>Ohne Antwort, Frist</translation>
  </message>
  <message>
   <source>Where nobody has answered after {time}, {answer}.</source>
   <translation>Ohne Antwort (Frist: {time}): {answer}.</translation>
  </message>
  <message>
   <source>Where nobody has answered after {time}: {outcome}.</source>
   <translation>Ohne Antwort (Frist: {time}): {outcome}.</translation>
  </message>
  <message>
   <source>Whether all its activities are done</source>
   <translation>Ob alle ihre Aktivitäten durchgeführt sind</translation>
  </message>
  <message>
   <source>Whether branches overlap or leave a gap cannot be told: {reason}</source>
   <translation>Ob sich Zweige überlappen oder eine Lücke lassen, lässt sich nicht sagen: {reason}</translation>
  </message>
  <message>
   <source>Whether it is done</source>
   <translation>Ob sie durchgeführt ist</translation>
  </message>
  <message>
   <source>Whether the rows leave a gap cannot be told: {reason}</source>
   <translation>Ob die Zeilen eine Lücke lassen, lässt sich nicht sagen: {reason}</translation>
  </message>
  <message>
   <source>Which value</source>
   <translation>Welcher Wert</translation>
  </message>
  <message>
   <source>Who answers</source>
   <translation>Wer antwortet</translation>
  </message>
  <message>
   <source>Who decides where it asks</source>
   <translation>Wer entscheidet, wo sie fragt</translation>
  </message>
  <message>
   <source>Without an answer</source>
   <translation>Ohne Antwort</translation>
  </message>
  <message>
   <source>Without an answer after</source>
   <translation>Frist ohne Antwort</translation>
  </message>
  <message>
   <source>a way without words</source>
   <translation>Weg ohne Text</translation>
  </message>
  <message>
   <source>age</source>
   <translation>Alter</translation>
  </message>
  <message>
   <source>all</source>
   <translation>alle</translation>
  </message>
  <message>
   <source>all of {name} is done</source>
   <translation>{name} vollständig durchgeführt</translation>
  </message>
  <message>
   <source>always</source>
   <translation>immer</translation>
  </message>
  <message>
   <source>and</source>
   <translation>und</translation>
  </message>
  <message>
   <source>answered no</source>
   <translation>mit Nein beantwortet</translation>
  </message>
  <message>
   <source>answered yes</source>
   <translation>mit Ja beantwortet</translation>
  </message>
  <message>
   <source>any</source>
   <translation>beliebig</translation>
  </message>
  <message>
   <source>any value</source>
   <translation>beliebiger Wert</translation>
  </message>
  <message>
   <source>anything is the case</source>
   <translation>in jedem Fall</translation>
  </message>
  <message>
   <source>arm</source>
   <translation>Arm</translation>
  </message>
  <message>
   <source>as it is</source>
   <translation>wie erfasst</translation>
  </message>
  <message>
   <source>asks</source>
   <translation>fragt</translation>
  </message>
  <message>
   <source>at least {number} of these: {list}</source>
   <translation>mindestens {number} hiervon: {list}</translation>
  </message>
  <message>
   <source>at most</source>
   <translation>höchstens</translation>
  </message>
  <message>
   <source>between {low} and {high}</source>
   <translation>zwischen {low} und {high}</translation>
  </message>
  <message>
   <source>consent</source>
   <translation>Einwilligung</translation>
  </message>
  <message>
   <source>days</source>
   <translation>Tage</translation>
  </message>
  <message>
   <source>decides</source>
   <translation>entscheidet</translation>
  </message>
  <message>
   <source>divided by</source>
   <translation>geteilt durch</translation>
  </message>
  <message>
   <source>half-life</source>
   <translation>Halbwertszeit</translation>
  </message>
  <message>
   <source>hours</source>
   <translation>Stunden</translation>
  </message>
  <message>
   <source>how many there are</source>
   <translation>die Anzahl</translation>
  </message>
  <message>
   <source>is</source>
   <translation>ist</translation>
  </message>
  <message>
   <source>is at least</source>
   <translation>ist mindestens</translation>
  </message>
  <message>
   <source>is at most</source>
   <translation>ist höchstens</translation>
  </message>
  <message>
   <source>is between</source>
   <translation>liegt zwischen</translation>
  </message>
  <message>
   <source>is less than</source>
   <translation>ist unter</translation>
  </message>
  <message>
   <source>is more than</source>
   <translation>ist über</translation>
  </message>
  <message>
   <source>is no</source>
   <translation>ist nein</translation>
  </message>
  <message>
   <source>is not</source>
   <translation>ist nicht</translation>
  </message>
  <message>
   <source>is not between</source>
   <translation>liegt nicht zwischen</translation>
  </message>
  <message>
   <source>is not so</source>
   <translation>trifft nicht zu</translation>
  </message>
  <message>
   <source>is one of</source>
   <translation>ist eines von</translation>
  </message>
  <message>
   <source>is so</source>
   <translation>trifft zu</translation>
  </message>
  <message>
   <source>is yes</source>
   <translation>ist ja</translation>
  </message>
  <message>
   <source>it does not hold</source>
   <translation>trifft nicht zu</translation>
  </message>
  <message>
   <source>it holds</source>
   <translation>trifft zu</translation>
  </message>
  <message>
   <source>it is Day {day}</source>
   <translation>Studientag gleich {day}</translation>
  </message>
  <message>
   <source>it is at least {time} since {name}</source>
   <translation>mindestens {time} seit {name}</translation>
  </message>
  <message>
   <source>it is at most {time} since {name}</source>
   <translation>höchstens {time} seit {name}</translation>
  </message>
  <message>
   <source>it is less than {time} since {name}</source>
   <translation>weniger als {time} seit {name}</translation>
  </message>
  <message>
   <source>it is more than {time} since {name}</source>
   <translation>mehr als {time} seit {name}</translation>
  </message>
  <message>
   <source>it is not so that {condition}</source>
   <translation>nicht: {condition}</translation>
  </message>
  <message>
   <source>it is {time} since {name}</source>
   <translation>genau {time} seit {name}</translation>
  </message>
  <message>
   <source>it waits</source>
   <translation>warten</translation>
  </message>
  <message>
   <source>it waits, and is tried again</source>
   <translation>warten und erneut versuchen</translation>
  </message>
  <message>
   <source>less than {value}</source>
   <translation>weniger als {value}</translation>
  </message>
  <message>
   <source>low, normal or high by the laboratory's range of that day</source>
   <translation>niedrig, normal oder hoch nach dem Referenzbereich des Labors an diesem Tag</translation>
  </message>
  <message>
   <source>minus</source>
   <translation>minus</translation>
  </message>
  <message>
   <source>minutes</source>
   <translation>Minuten</translation>
  </message>
  <message>
   <source>months</source>
   <translation>Monate</translation>
  </message>
  <message>
   <source>more than {value}</source>
   <translation>mehr als {value}</translation>
  </message>
  <message>
   <source>no</source>
   <translation>nein</translation>
  </message>
  <message>
   <source>no unit</source>
   <translation>ohne Einheit</translation>
  </message>
  <message>
   <source>not all of {name} is done</source>
   <translation>{name} nicht vollständig durchgeführt</translation>
  </message>
  <message>
   <source>not known</source>
   <translation>nicht bekannt</translation>
  </message>
  <message>
   <source>now: the latest</source>
   <translation>aktuell: der letzte</translation>
  </message>
  <message>
   <source>or, where it is less,</source>
   <translation>oder, falls kleiner,</translation>
  </message>
  <message>
   <source>or, where it is more,</source>
   <translation>oder, falls größer,</translation>
  </message>
  <message>
   <source>passes of the loop</source>
   <translation>Durchläufe der Schleife</translation>
  </message>
  <message>
   <source>plus</source>
   <translation>plus</translation>
  </message>
  <message>
   <source>seconds</source>
   <translation>Sekunden</translation>
  </message>
  <message>
   <source>sex</source>
   <translation>Geschlecht</translation>
  </message>
  <message>
   <source>somebody decides</source>
   <translation>jemand entscheidet</translation>
  </message>
  <message>
   <source>something else</source>
   <translation>etwas anderes</translation>
  </message>
  <message>
   <source>study day</source>
   <translation>Studientag</translation>
  </message>
  <message>
   <source>study day, elapsed times and passes depend on one another.</source>
   <translation>Studientag, verstrichene Zeiten und Durchläufe hängen voneinander ab.</translation>
  </message>
  <message>
   <source>the IRT</source>
   <translation>IRT</translation>
  </message>
  <message>
   <source>the anchor</source>
   <translation>Anker</translation>
  </message>
  <message>
   <source>the committee</source>
   <translation>Komitee</translation>
  </message>
  <message>
   <source>the first</source>
   <translation>der erste</translation>
  </message>
  <message>
   <source>the first time</source>
   <translation>dem ersten Mal</translation>
  </message>
  <message>
   <source>the first {name}</source>
   <translation>erster Wert {name}</translation>
  </message>
  <message>
   <source>the greater of {left} and {right}</source>
   <translation>größerer Wert von {left} und {right}</translation>
  </message>
  <message>
   <source>the highest</source>
   <translation>der höchste</translation>
  </message>
  <message>
   <source>the highest {name}</source>
   <translation>höchster Wert {name}</translation>
  </message>
  <message>
   <source>the investigator</source>
   <translation>Prüfarzt</translation>
  </message>
  <message>
   <source>the last time</source>
   <translation>dem letzten Mal</translation>
  </message>
  <message>
   <source>the last {name}</source>
   <translation>{name} (zuletzt)</translation>
  </message>
  <message>
   <source>the lesser of {left} and {right}</source>
   <translation>kleinerer Wert von {left} und {right}</translation>
  </message>
  <message>
   <source>the lowest</source>
   <translation>der niedrigste</translation>
  </message>
  <message>
   <source>the lowest {name}</source>
   <translation>niedrigster Wert {name}</translation>
  </message>
  <message>
   <source>the mean</source>
   <translation>der Mittelwert</translation>
  </message>
  <message>
   <source>the mean {name}</source>
   <translation>Mittelwert {name}</translation>
  </message>
  <message>
   <source>the number of the pass</source>
   <translation>Nummer des Durchlaufs</translation>
  </message>
  <message>
   <source>the number of values of {name}</source>
   <translation>Anzahl der Werte {name}</translation>
  </message>
  <message>
   <source>the one before the latest</source>
   <translation>der vorletzte</translation>
  </message>
  <message>
   <source>the path ends</source>
   <translation>der Weg endet</translation>
  </message>
  <message>
   <source>the site coordinator</source>
   <translation>Koordination des Prüfzentrums</translation>
  </message>
  <message>
   <source>the study day</source>
   <translation>Studientag</translation>
  </message>
  <message>
   <source>the time since {name}</source>
   <translation>Zeit seit {name}</translation>
  </message>
  <message>
   <source>the way “{condition}”</source>
   <translation>der Weg „{condition}“</translation>
  </message>
  <message>
   <source>the {name} before</source>
   <translation>voriger Wert {name}</translation>
  </message>
  <message>
   <source>times</source>
   <translation>mal</translation>
  </message>
  <message>
   <source>times the lower limit of the laboratory's range</source>
   <translation>als Vielfaches der Untergrenze des Referenzbereichs</translation>
  </message>
  <message>
   <source>times the upper limit of the laboratory's range</source>
   <translation>als Vielfaches der Obergrenze des Referenzbereichs</translation>
  </message>
  <message>
   <source>to “{visit}”</source>
   <translation>zu „{visit}“</translation>
  </message>
  <message>
   <source>weeks</source>
   <translation>Wochen</translation>
  </message>
  <message>
   <source>what {who} says to “{question}”</source>
   <translation>Antwort zu „{question}“ ({who})</translation>
  </message>
  <message>
   <source>whether {name} is done</source>
   <translation>{name} durchgeführt</translation>
  </message>
  <message>
   <source>years</source>
   <translation>Jahre</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>ja</translation>
  </message>
  <message>
   <source>{column}. Click to choose another.</source>
   <translation>{column}. Zum Ändern klicken.</translation>
  </message>
  <message>
   <source>{concept}: {property}</source>
   <translation>{concept}: {property}</translation>
  </message>
  <message>
   <source>{condition} → {visit}</source>
   <translation>{condition} → {visit}</translation>
  </message>
  <message>
   <source>{field}: {value}</source>
   <translation>{field}: {value}</translation>
  </message>
  <message>
   <source>{first} and {second}</source>
   <translation>{first} und {second}</translation>
  </message>
  <message>
   <source>{first} and {second} depend on one another.</source>
   <translation>{first} und {second} hängen voneinander ab.</translation>
  </message>
  <message>
   <source>{first} or {second}</source>
   <translation>{first} oder {second}</translation>
  </message>
  <message>
   <source>{from_unit} and {to_unit} do not measure the same.</source>
   <translation>{from_unit} und {to_unit} messen nicht dasselbe.</translation>
  </message>
  <message>
   <source>{from_unit} to {to_unit} needs a date: months and years are not a fixed number of days.</source>
   <translation>{from_unit} in {to_unit} braucht ein Datum: Monate und Jahre haben keine feste Zahl von Tagen.</translation>
  </message>
  <message>
   <source>{from_unit} to {to_unit} needs the molar mass: units alone do not say it.</source>
   <translation>{from_unit} in {to_unit} braucht die molare Masse: Einheiten allein sagen sie nicht.</translation>
  </message>
  <message>
   <source>{left} divided by {right}</source>
   <translation>{left} geteilt durch {right}</translation>
  </message>
  <message>
   <source>{left} is at least {right}</source>
   <translation>{left} mindestens {right}</translation>
  </message>
  <message>
   <source>{left} is at most {right}</source>
   <translation>{left} höchstens {right}</translation>
  </message>
  <message>
   <source>{left} is less than {right}</source>
   <translation>{left} unter {right}</translation>
  </message>
  <message>
   <source>{left} is more than {right}</source>
   <translation>{left} über {right}</translation>
  </message>
  <message>
   <source>{left} is no</source>
   <translation>{left}: nein</translation>
  </message>
  <message>
   <source>{left} is not {low} to {high}</source>
   <translation>{left} nicht von {low} bis {high}</translation>
  </message>
  <message>
   <source>{left} is not {right}</source>
   <translation>{left} ungleich {right}</translation>
  </message>
  <message>
   <source>{left} is yes</source>
   <translation>{left}: ja</translation>
  </message>
  <message>
   <source>{left} is {low} to {high}</source>
   <translation>{left} von {low} bis {high}</translation>
  </message>
  <message>
   <source>{left} is {right}</source>
   <translation>{left} gleich {right}</translation>
  </message>
  <message>
   <source>{left} minus {right}</source>
   <translation>{left} minus {right}</translation>
  </message>
  <message>
   <source>{left} plus {right}</source>
   <translation>{left} plus {right}</translation>
  </message>
  <message>
   <source>{left} times {right}</source>
   <translation>{left} mal {right}</translation>
  </message>
  <message>
   <source>{low} to {high}</source>
   <translation>{low} bis {high}</translation>
  </message>
  <message>
   <source>{name}</source>
   <translation>{name}</translation>
  </message>
  <message>
   <source>{name} against the laboratory's range</source>
   <translation>{name} im Vergleich zum Referenzbereich</translation>
  </message>
  <message>
   <source>{name} as a multiple of the lower limit</source>
   <translation>{name} als Vielfaches der Untergrenze</translation>
  </message>
  <message>
   <source>{name} as a multiple of the upper limit</source>
   <translation>{name} als Vielfaches der Obergrenze</translation>
  </message>
  <message>
   <source>{name} was done within the last {time}</source>
   <translation>{name} durchgeführt (letzte {time})</translation>
  </message>
  <message>
   <source>{name} was not done within the last {time}</source>
   <translation>{name} nicht durchgeführt (letzte {time})</translation>
  </message>
  <message>
   <source>{name}, comparison</source>
   <translation>{name}, Vergleich</translation>
  </message>
  <message>
   <source>{name}, upper value</source>
   <translation>{name}, oberer Wert</translation>
  </message>
  <message>
   <source>{name}, value</source>
   <translation>{name}, Wert</translation>
  </message>
  <message>
   <source>{number} times the lower limit of the laboratory's range</source>
   <translation>{number} × Untergrenze des Referenzbereichs</translation>
  </message>
  <message>
   <source>{number} times the upper limit of the laboratory's range</source>
   <translation>{number} × Obergrenze des Referenzbereichs</translation>
  </message>
  <message>
   <source>{number}. If {condition}, {answer}.</source>
   <translation>{number}. Falls {condition}: {answer}.</translation>
  </message>
  <message>
   <source>{number}. If {condition}: {outcome}.</source>
   <translation>{number}. Falls {condition}: {outcome}.</translation>
  </message>
  <message>
   <source>{number}. In any case, {answer}.</source>
   <translation>{number}. In jedem Fall: {answer}.</translation>
  </message>
  <message>
   <source>{number}. In any case: {outcome}.</source>
   <translation>{number}. In jedem Fall: {outcome}.</translation>
  </message>
  <message>
   <source>{offer} Not in it: “{words}”.</source>
   <translation>{offer} Nicht enthalten: „{words}“.</translation>
  </message>
  <message>
   <source>{state}: {text} {whose}. {told}</source>
   <translation>{state}: {text} {whose}. {told}</translation>
  </message>
  <message>
   <source>{term}: {value}</source>
   <translation>{term}: {value}</translation>
  </message>
  <message>
   <source>{value} is recorded without a unit, {unit} is spoken of.</source>
   <translation>{value} ist ohne Einheit erfasst; gemeint ist {unit}.</translation>
  </message>
  <message>
   <source>{value} of the last {time}</source>
   <translation>{value} (letzte {time})</translation>
  </message>
  <message>
   <source>{value}. Choose what this is in this study.</source>
   <translation>{value}. Wählen Sie, was dies in dieser Studie ist.</translation>
  </message>
  <message>
   <source>{way} is never taken.</source>
   <translation>Wird nie genommen: {way}.</translation>
  </message>
  <message>
   <source>{who} decides</source>
   <translation>Entscheidung: {who}</translation>
  </message>
  <message>
   <source>{who} says no to: “{question}”</source>
   <translation>nicht „{question}“ laut {who}</translation>
  </message>
  <message>
   <source>{who} says: “{question}”</source>
   <translation>„{question}“ laut {who}</translation>
  </message>
  <message>
   <source>“{branch}” has no rule: a person decides.</source>
   <translation>„{branch}“ hat keine Regel: Eine Person entscheidet.</translation>
  </message>
  <message>
   <source>“{name}” ends</source>
   <translation>„{name}“ endet</translation>
  </message>
  <message>
   <source>“{name}” is no number: it has no limit, lowest, highest or mean.</source>
   <translation>„{name}“ ist keine Zahl: Es hat weder Grenze noch Minimum, Maximum oder Mittelwert.</translation>
  </message>
  <message>
   <source>“{name}” is not in this study any more.</source>
   <translation>„{name}“ ist nicht mehr in dieser Studie.</translation>
  </message>
  <message>
   <source>“{name}” starts</source>
   <translation>„{name}“ beginnt</translation>
  </message>
  <message>
   <source>“{typed}” was not kept. {reason}</source>
   <translation>„{typed}“ wurde nicht übernommen. {reason}</translation>
  </message>
  <message>
   <source>“{unit}” is no unit of time.</source>
   <translation>„{unit}“ ist keine Zeiteinheit.</translation>
  </message>
  <message>
   <source>“{unit}” is no unit that Maestro knows. Write it as UCUM does.</source>
   <translation>„{unit}“ ist keine Einheit, die Maestro kennt. Schreiben Sie sie wie in UCUM.</translation>
  </message>
  <message>
   <source>“{value}” is none of: {choices}.</source>
   <translation>„{value}“ ist keines von: {choices}.</translation>
  </message>
  <message>
   <source>“{value}” is recorded, neither yes nor no.</source>
   <translation>Erfasst ist „{value}“, weder Ja noch Nein.</translation>
  </message>
  <message>
   <source>“{value}” is recorded, no number.</source>
   <translation>Erfasst ist „{value}“, keine Zahl.</translation>
  </message>
  <message>
   <source>“{value}” is recorded, no text.</source>
   <translation>Erfasst ist „{value}“, kein Text.</translation>
  </message>
 </context>
 <context>
  <name>script</name>
  <message>
   <source>The plan has no activity “{name}”.</source>
   <translation>Der Plan hat keine Aktivität „{name}“.</translation>
  </message>
  <message>
   <source>The plan has no side timeline “{name}”.</source>
   <translation>Der Plan hat keine Nebenzeitleiste „{name}“.</translation>
  </message>
  <message>
   <source>There is no field “{name}”.</source>
   <translation>Es gibt kein Feld „{name}“.</translation>
  </message>
  <message>
   <source>There is no field “{name}”: “{closest}” is the closest.</source>
   <translation>Es gibt kein Feld „{name}“: Am ähnlichsten ist „{closest}“.</translation>
  </message>
  <message>
   <source>There is no run “{run}”: check which one is meant.</source>
   <translation>Es gibt keinen Lauf „{run}“: Prüfen Sie, welcher gemeint ist.</translation>
  </message>
  <message>
   <source>{sentence} The closest: {names}.</source>
   <translation>{sentence} Am ähnlichsten: {names}.</translation>
  </message>
  <message>
   <source>{timeline} has no decision “{name}”.</source>
   <translation>{timeline} hat keine Entscheidung „{name}“.</translation>
  </message>
  <message>
   <source>{timeline} has no visit “{name}”.</source>
   <translation>{timeline} hat keine Visite „{name}“.</translation>
  </message>
  <message>
   <source>{timeline} has not been started: record when it was (side timeline started).</source>
   <translation>{timeline} wurde noch nicht begonnen: Erfassen Sie, wann das war (side timeline started).</translation>
  </message>
  <message>
   <source>{timeline} was started several times: name the run ({runs}).</source>
   <translation>{timeline} wurde mehrmals begonnen: Nennen Sie den Lauf ({runs}).</translation>
  </message>
  <message>
   <source>“{name}” is no way on from this decision.</source>
   <translation>„{name}“ ist kein Weg, der von dieser Entscheidung weiterführt.</translation>
  </message>
  <message>
   <source>“{name}” may mean several ({ids}): name one by its id.</source>
   <translation>„{name}“ ist mehrdeutig ({ids}): Nennen Sie eines mit seiner ID.</translation>
  </message>
  <message>
   <source>“{name}” runs inside several visits ({visits}, …): write it as “VISIT / {name}”.</source>
   <translation>„{name}“ wird an mehreren Visiten ausgeführt ({visits}, …): Schreiben Sie „VISITE / {name}“.</translation>
  </message>
 </context>
 <context>
  <name>search</name>
  <message numerus="yes">
   <source>%n result(s)</source>
   <translation>
    <numerusform>%n Ergebnis</numerusform>
    <numerusform>%n Ergebnisse</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n stud(ies) (are) still being read.</source>
   <translation>
    <numerusform>%n Studie wird noch gelesen.</numerusform>
    <numerusform>%n Studien werden noch gelesen.</numerusform>
   </translation>
  </message>
  <message>
   <source>A visit, an activity, a code, words of a footnote or of the protocol. Put words in quotes to find them side by side. Works with no network.</source>
   <translation>Eine Visite, eine Aktivität, ein Code, Wörter einer Fußnote oder des Protokolls. In Anführungszeichen: nebeneinander. Funktioniert ohne Netz.</translation>
  </message>
  <message>
   <source>Activities</source>
   <translation>Aktivitäten</translation>
  </message>
  <message>
   <source>Activity</source>
   <translation>Aktivität</translation>
  </message>
  <message>
   <source>All results in {study}</source>
   <translation>Alle Ergebnisse in {study}</translation>
  </message>
  <message>
   <source>Arms, epochs and titles</source>
   <translation>Arme, Epochen und Titel</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>Code</translation>
  </message>
  <message>
   <source>Codes</source>
   <translation>Codes</translation>
  </message>
  <message>
   <source>Criteria</source>
   <translation>Kriterien</translation>
  </message>
  <message>
   <source>Criterion</source>
   <translation>Kriterium</translation>
  </message>
  <message>
   <source>Design</source>
   <translation>Design</translation>
  </message>
  <message>
   <source>Everything</source>
   <translation>Alles</translation>
  </message>
  <message>
   <source>Footnote</source>
   <translation>Fußnote</translation>
  </message>
  <message>
   <source>Footnotes</source>
   <translation>Fußnoten</translation>
  </message>
  <message>
   <source>Kind of what is searched</source>
   <translation>Art des Gesuchten</translation>
  </message>
  <message numerus="yes">
   <source>More than %n result(s)</source>
   <translation>
    <numerusform>Mehr als %n Ergebnis</numerusform>
    <numerusform>Mehr als %n Ergebnisse</numerusform>
   </translation>
  </message>
  <message>
   <source>No results</source>
   <translation>Keine Ergebnisse</translation>
  </message>
  <message>
   <source>Nothing found for “{query}”</source>
   <translation>Nichts gefunden für „{query}“</translation>
  </message>
  <message>
   <source>Objective</source>
   <translation>Ziel</translation>
  </message>
  <message>
   <source>Objectives</source>
   <translation>Ziele</translation>
  </message>
  <message>
   <source>Other</source>
   <translation>Sonstiges</translation>
  </message>
  <message>
   <source>Protocol text</source>
   <translation>Protokolltext</translation>
  </message>
  <message>
   <source>Search all studies</source>
   <translation>Alle Studien durchsuchen</translation>
  </message>
  <message>
   <source>Search all studies on this computer</source>
   <translation>Alle Studien auf diesem Computer durchsuchen</translation>
  </message>
  <message>
   <source>Searching…</source>
   <translation>Suche läuft …</translation>
  </message>
  <message>
   <source>Timing</source>
   <translation>Zeitbezug</translation>
  </message>
  <message>
   <source>Timings</source>
   <translation>Zeitbezüge</translation>
  </message>
  <message>
   <source>Try fewer or shorter words, or another kind. Studies are found once they are kept on this computer: open one to keep it.</source>
   <translation>Weniger oder kürzere Wörter versuchen, oder eine andere Art. Studien werden gefunden, sobald sie auf diesem Computer aufbewahrt sind: dazu einmal öffnen.</translation>
  </message>
  <message>
   <source>Visit</source>
   <translation>Visite</translation>
  </message>
  <message>
   <source>Visit, activity, code, or words of the protocol</source>
   <translation>Visite, Aktivität, Code oder Wörter des Protokolls</translation>
  </message>
  <message>
   <source>Visits</source>
   <translation>Visiten</translation>
  </message>
  <message>
   <source>What was found</source>
   <translation>Was gefunden wurde</translation>
  </message>
  <message numerus="yes">
   <source>in %n stud(ies)</source>
   <translation>
    <numerusform>in %n Studie</numerusform>
    <numerusform>in %n Studien</numerusform>
   </translation>
  </message>
  <message>
   <source>{found}. {waiting}</source>
   <translation>{found}. {waiting}</translation>
  </message>
  <message>
   <source>{kind}, {section}</source>
   <translation>{kind}, {section}</translation>
  </message>
  <message>
   <source>{results} {inside}</source>
   <translation>{results} {inside}</translation>
  </message>
  <message>
   <source>{text}, {place}, in {study}</source>
   <translation>{text}, {place}, in {study}</translation>
  </message>
 </context>
 <context>
  <name>shortcuts</name>
  <message>
   <source>, </source>
   <translation>, </translation>
  </message>
  <message>
   <source>Add an activity, a visit</source>
   <translation>Aktivität, Visite hinzufügen</translation>
  </message>
  <message>
   <source>Add here (Tab too, after a click)</source>
   <translation>Hier hinzufügen (auch Tab, nach einem Klick)</translation>
  </message>
  <message>
   <source>Add to a list, take out</source>
   <translation>Zu einer Liste hinzufügen, entfernen</translation>
  </message>
  <message>
   <source>Add, delete</source>
   <translation>Hinzufügen, löschen</translation>
  </message>
  <message>
   <source>All of it, the selection</source>
   <translation>Alles, die Auswahl</translation>
  </message>
  <message>
   <source>Along the arrows</source>
   <translation>Den Pfeilen entlang</translation>
  </message>
  <message>
   <source>Arrow keys</source>
   <translation>Pfeiltasten</translation>
  </message>
  <message>
   <source>Begin a new line</source>
   <translation>Neue Zeile beginnen</translation>
  </message>
  <message>
   <source>Bold, italic, raised, lowered, list</source>
   <translation>Fett, kursiv, hoch-, tiefgestellt, Liste</translation>
  </message>
  <message>
   <source>Cell by cell</source>
   <translation>Zelle für Zelle</translation>
  </message>
  <message>
   <source>Choose all, copy</source>
   <translation>Alles wählen, kopieren</translation>
  </message>
  <message>
   <source>Choose cells</source>
   <translation>Zellen wählen</translation>
  </message>
  <message>
   <source>Choose in a list</source>
   <translation>In einer Liste wählen</translation>
  </message>
  <message>
   <source>Choose several rows</source>
   <translation>Mehrere Zeilen wählen</translation>
  </message>
  <message>
   <source>Choose the elements of a cell</source>
   <translation>Elemente einer Zelle wählen</translation>
  </message>
  <message>
   <source>Choose the row, the column</source>
   <translation>Zeile, Spalte wählen</translation>
  </message>
  <message>
   <source>Closer, further, 100 %</source>
   <translation>Näher, weiter weg, 100 %</translation>
  </message>
  <message>
   <source>Closer, further, all of it</source>
   <translation>Näher, weiter weg, alles</translation>
  </message>
  <message>
   <source>Copy as text</source>
   <translation>Als Text kopieren</translation>
  </message>
  <message>
   <source>Cut, copy, paste visits</source>
   <translation>Visiten ausschneiden, kopieren, einfügen</translation>
  </message>
  <message>
   <source>Cut, paste marks</source>
   <translation>Markierungen ausschneiden, einfügen</translation>
  </message>
  <message>
   <source>Delete visits or arrow</source>
   <translation>Visiten oder Pfeil löschen</translation>
  </message>
  <message>
   <source>Describe the visit</source>
   <translation>Visite beschreiben</translation>
  </message>
  <message>
   <source>Duplicate</source>
   <translation>Duplizieren</translation>
  </message>
  <message>
   <source>Earlier, later</source>
   <translation>Früher, später</translation>
  </message>
  <message>
   <source>Edit a value</source>
   <translation>Einen Wert bearbeiten</translation>
  </message>
  <message>
   <source>Empty the cells</source>
   <translation>Zellen leeren</translation>
  </message>
  <message>
   <source>Every action, with keys or without, is in the menu (F10) and in the palette (Ctrl+K).</source>
   <translation>Jede Aktion, mit oder ohne Tasten, steht im Menü (F10) und in der Palette (Strg+K).</translation>
  </message>
  <message>
   <source>Everywhere</source>
   <translation>Überall</translation>
  </message>
  <message>
   <source>Fill down, across</source>
   <translation>Nach unten, rechts ausfüllen</translation>
  </message>
  <message>
   <source>Filter by what it does, or by key</source>
   <translation>Nach Wirkung oder Taste filtern</translation>
  </message>
  <message>
   <source>Filter the shortcuts</source>
   <translation>Tastenkürzel filtern</translation>
  </message>
  <message>
   <source>First, last cell</source>
   <translation>Erste, letzte Zelle</translation>
  </message>
  <message>
   <source>First, last visit</source>
   <translation>Erste, letzte Visite</translation>
  </message>
  <message>
   <source>Go there, fold and unfold</source>
   <translation>Dorthin gehen, ein- und ausklappen</translation>
  </message>
  <message>
   <source>In Problems</source>
   <translation>In den Problemen</translation>
  </message>
  <message>
   <source>In arms and elements</source>
   <translation>Bei Armen und Elementen</translation>
  </message>
  <message>
   <source>In the graph</source>
   <translation>Im Graphen</translation>
  </message>
  <message>
   <source>In the inspector</source>
   <translation>Im Inspektor</translation>
  </message>
  <message>
   <source>In the navigator</source>
   <translation>Im Navigator</translation>
  </message>
  <message>
   <source>In the table</source>
   <translation>In der Tabelle</translation>
  </message>
  <message>
   <source>Keep it and go on, go back</source>
   <translation>Übernehmen und weiter, zurück</translation>
  </message>
  <message>
   <source>Keyboard shortcuts</source>
   <translation>Tastenkürzel</translation>
  </message>
  <message>
   <source>Larger, smaller</source>
   <translation>Größer, kleiner</translation>
  </message>
  <message>
   <source>Lead a way to another visit</source>
   <translation>Weg zu einer anderen Visite führen</translation>
  </message>
  <message>
   <source>Leave a field, a list, what is under way</source>
   <translation>Ein Feld, eine Liste, einen Vorgang verlassen</translation>
  </message>
  <message>
   <source>Mend what is lit</source>
   <translation>Hervorgehobenes beheben</translation>
  </message>
  <message>
   <source>Menu of all actions</source>
   <translation>Menü aller Aktionen</translation>
  </message>
  <message>
   <source>Move a row or a visit</source>
   <translation>Zeile oder Visite verschieben</translation>
  </message>
  <message>
   <source>Move a row up, down</source>
   <translation>Zeile nach oben, unten verschieben</translation>
  </message>
  <message>
   <source>Move it further</source>
   <translation>Weiter verschieben</translation>
  </message>
  <message>
   <source>Move what is selected</source>
   <translation>Auswahl verschieben</translation>
  </message>
  <message>
   <source>Narrower, wider names</source>
   <translation>Schmalere, breitere Namen</translation>
  </message>
  <message>
   <source>Next, previous arrow of the visit</source>
   <translation>Nächster, voriger Pfeil der Visite</translation>
  </message>
  <message>
   <source>Next, previous part</source>
   <translation>Nächster, voriger Teil</translation>
  </message>
  <message>
   <source>No longer plan</source>
   <translation>Nicht mehr planen</translation>
  </message>
  <message>
   <source>No shortcut fits “{phrase}”.</source>
   <translation>Kein Tastenkürzel passt zu „{phrase}“.</translation>
  </message>
  <message>
   <source>On the time axis</source>
   <translation>Auf der Zeitachse</translation>
  </message>
  <message>
   <source>One screen back, on</source>
   <translation>Eine Seite zurück, weiter</translation>
  </message>
  <message>
   <source>One screen up, down</source>
   <translation>Eine Seite nach oben, unten</translation>
  </message>
  <message>
   <source>Open the sub-timeline</source>
   <translation>Unterzeitleiste öffnen</translation>
  </message>
  <message>
   <source>Pan with the mouse while held</source>
   <translation>Gedrückt halten: mit der Maus verschieben</translation>
  </message>
  <message>
   <source>Plan all later visits earlier, later</source>
   <translation>Alle späteren Visiten früher, später planen</translation>
  </message>
  <message>
   <source>Plan or no longer plan; fold a group</source>
   <translation>Planen oder nicht mehr planen; Gruppe einklappen</translation>
  </message>
  <message>
   <source>Plan the visit earlier, later</source>
   <translation>Visite früher, später planen</translation>
  </message>
  <message>
   <source>Rename</source>
   <translation>Umbenennen</translation>
  </message>
  <message>
   <source>Rename; Tab goes on to day and window</source>
   <translation>Umbenennen; Tab geht weiter zu Tag und Zeitfenster</translation>
  </message>
  <message>
   <source>Select all visits</source>
   <translation>Alle Visiten auswählen</translation>
  </message>
  <message>
   <source>Shortcuts</source>
   <translation>Tastenkürzel</translation>
  </message>
  <message>
   <source>Start, end of the row</source>
   <translation>Anfang, Ende der Zeile</translation>
  </message>
  <message>
   <source>To the edge</source>
   <translation>Zum Rand</translation>
  </message>
  <message>
   <source>Visit above, below</source>
   <translation>Visite darüber, darunter</translation>
  </message>
  <message>
   <source>Visit by visit</source>
   <translation>Visite für Visite</translation>
  </message>
  <message>
   <source>What can be done here</source>
   <translation>Was hier möglich ist</translation>
  </message>
  <message>
   <source>What is listed, to paste into a document and print</source>
   <translation>Die Liste, zum Einfügen in ein Dokument und zum Drucken</translation>
  </message>
  <message>
   <source>Wider, narrower window</source>
   <translation>Breiteres, schmaleres Zeitfenster</translation>
  </message>
 </context>
 <context>
  <name>simulation</name>
  <message>
   <source> days</source>
   <translation> Tage</translation>
  </message>
  <message>
   <source> min</source>
   <translation> min</translation>
  </message>
  <message numerus="yes">
   <source>%n assessment(s)</source>
   <translation>
    <numerusform>%n Untersuchung</numerusform>
    <numerusform>%n Untersuchungen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n came to the end of the schedule</source>
   <translation>
    <numerusform>%n bis zum Ende des Ablaufplans gekommen</numerusform>
    <numerusform>%n bis zum Ende des Ablaufplans gekommen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n cut short</source>
   <translation>
    <numerusform>%n durch die Grenze der Simulation beendet</numerusform>
    <numerusform>%n durch die Grenze der Simulation beendet</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n day(s)</source>
   <translation>
    <numerusform>%n Tag</numerusform>
    <numerusform>%n Tage</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n day(s) earlier</source>
   <translation>
    <numerusform>%n Tag nach vorn</numerusform>
    <numerusform>%n Tage nach vorn</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n day(s) later</source>
   <translation>
    <numerusform>%n Tag nach hinten</numerusform>
    <numerusform>%n Tage nach hinten</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n failed screening</source>
   <translation>
    <numerusform>%n Screening-Failure</numerusform>
    <numerusform>%n Screening-Failures</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n had no way on</source>
   <translation>
    <numerusform>%n ohne weiterführenden Weg</numerusform>
    <numerusform>%n ohne weiterführenden Weg</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n hour(s)</source>
   <translation>
    <numerusform>%n Stunde</numerusform>
    <numerusform>%n Stunden</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n participant(s)</source>
   <translation>
    <numerusform>%n Teilnehmer</numerusform>
    <numerusform>%n Teilnehmer</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n participant(s) under way</source>
   <translation>
    <numerusform>%n laufender Teilnehmer</numerusform>
    <numerusform>%n laufende Teilnehmer</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n participant(s) went round a loop until the limit of the simulation: look at its decision.</source>
   <translation>
    <numerusform>%n Teilnehmer hat eine Schleife bis zur Grenze der Simulation durchlaufen: Prüfen Sie die Entscheidung der Schleife.</numerusform>
    <numerusform>%n Teilnehmer haben eine Schleife bis zur Grenze der Simulation durchlaufen: Prüfen Sie die Entscheidung der Schleife.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n potential deviation(s)</source>
   <translation>
    <numerusform>%n potenzielle Abweichung</numerusform>
    <numerusform>%n potenzielle Abweichungen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n stopped before</source>
   <translation>
    <numerusform>%n vorzeitig ausgeschieden</numerusform>
    <numerusform>%n vorzeitig ausgeschieden</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n visit(s)</source>
   <translation>
    <numerusform>%n Visite</numerusform>
    <numerusform>%n Visiten</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n week(s)</source>
   <translation>
    <numerusform>%n Woche</numerusform>
    <numerusform>%n Wochen</numerusform>
   </translation>
  </message>
  <message>
   <source>A course to the end of the schedule lasts {days}.</source>
   <translation>Ein Verlauf bis zum Ende des Ablaufplans dauert {days}.</translation>
  </message>
  <message>
   <source>A course to the end of the schedule lasts {shortest} at the shortest, {median} in the median, {longest} at the longest.</source>
   <translation>Ein Verlauf bis zum Ende des Ablaufplans dauert mindestens {shortest}, im Median {median}, höchstens {longest}.</translation>
  </message>
  <message>
   <source>A group is simulated through the schedule of a study.</source>
   <translation>Eine Gruppe durchläuft in der Simulation den Ablaufplan einer Studie.</translation>
  </message>
  <message>
   <source>After the window</source>
   <translation>Nach dem Zeitfenster</translation>
  </message>
  <message>
   <source>All</source>
   <translation>Alle</translation>
  </message>
  <message>
   <source>An assessment takes</source>
   <translation>Eine Untersuchung dauert</translation>
  </message>
  <message>
   <source>An outcomes file, as maestro simulate takes it</source>
   <translation>Eine Annahmendatei, wie maestro simulate sie verwendet</translation>
  </message>
  <message>
   <source>Answer “{decision}” first: it comes before that day.</source>
   <translation>Beantworten Sie zuerst „{decision}“: Diese Entscheidung kommt vor diesem Tag.</translation>
  </message>
  <message>
   <source>As an outcomes file, to open again or for maestro simulate</source>
   <translation>Als Annahmendatei, zum erneuten Öffnen oder für maestro simulate</translation>
  </message>
  <message>
   <source>Assessments</source>
   <translation>Untersuchungen</translation>
  </message>
  <message>
   <source>Assessments a week</source>
   <translation>Untersuchungen je Woche</translation>
  </message>
  <message>
   <source>Assumed</source>
   <translation>Angenommen</translation>
  </message>
  <message>
   <source>Back into the pane</source>
   <translation>Zurück in den Bereich</translation>
  </message>
  <message>
   <source>Before the window</source>
   <translation>Vor dem Zeitfenster</translation>
  </message>
  <message>
   <source>Bring it back here</source>
   <translation>Hierher zurückholen</translation>
  </message>
  <message>
   <source>Busiest is week {week}, from {date}: {figures}.</source>
   <translation>Die meisten Visiten fallen in Woche {week}, ab {date}: {figures}.</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Cancelled after {done}: nothing of it was kept.</source>
   <translation>Abgebrochen ({done} simuliert): Nichts davon wurde behalten.</translation>
  </message>
  <message>
   <source>Come on the planned day</source>
   <translation>Erscheinen am geplanten Tag</translation>
  </message>
  <message>
   <source>Coming to visits</source>
   <translation>Erscheinen zu Visiten</translation>
  </message>
  <message>
   <source>Consent withdrawn</source>
   <translation>Einwilligung widerrufen</translation>
  </message>
  <message>
   <source>Country</source>
   <translation>Land</translation>
  </message>
  <message>
   <source>Country of the site</source>
   <translation>Land des Prüfzentrums</translation>
  </message>
  <message>
   <source>Country of the site: {country}</source>
   <translation>Land des Prüfzentrums: {country}</translation>
  </message>
  <message>
   <source>Course lengths</source>
   <translation>Verlaufsdauern</translation>
  </message>
  <message>
   <source>Days from</source>
   <translation>Tage von</translation>
  </message>
  <message>
   <source>Days from consent to the last visit</source>
   <translation>Tage von der Einwilligung bis zur letzten Visite</translation>
  </message>
  <message>
   <source>Days to</source>
   <translation>Tage bis</translation>
  </message>
  <message>
   <source>Decided by its rule; by chance only where that asks.</source>
   <translation>Durch die eigene Regel entschieden; durch Zufall nur, wo diese fragt.</translation>
  </message>
  <message>
   <source>Decisions</source>
   <translation>Entscheidungen</translation>
  </message>
  <message>
   <source>Deviations</source>
   <translation>Abweichungen</translation>
  </message>
  <message>
   <source>Died</source>
   <translation>Verstorben</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Durchgeführt</translation>
  </message>
  <message>
   <source>Earlier and later: by how many days a window would have to be wider so that 95 % come in it.</source>
   <translation>Nach vorn und nach hinten: um wie viele Tage ein Zeitfenster weiter sein müsste, damit 95 % darin liegen.</translation>
  </message>
  <message>
   <source>Earlier, days</source>
   <translation>Nach vorn, Tage</translation>
  </message>
  <message>
   <source>Else at most so many days off</source>
   <translation>Sonst höchstens so viele Tage daneben</translation>
  </message>
  <message>
   <source>Else off by at most</source>
   <translation>Sonst höchstens daneben um</translation>
  </message>
  <message>
   <source>Enrolled</source>
   <translation>Eingeschlossen</translation>
  </message>
  <message>
   <source>Enrolled a month</source>
   <translation>Einschlüsse je Monat</translation>
  </message>
  <message>
   <source>Enrolled in a month</source>
   <translation>Eingeschlossen in einem Monat</translation>
  </message>
  <message>
   <source>Enrolment starts</source>
   <translation>Beginn des Einschlusses</translation>
  </message>
  <message>
   <source>Enrolment takes {enrolment}; the last participant ends in week {week}, by {date}.</source>
   <translation>Der Einschluss dauert {enrolment}; der letzte Teilnehmer endet in Woche {week}, spätestens am {date}.</translation>
  </message>
  <message>
   <source>Enrolment: {enrolled}</source>
   <translation>Einschluss: {enrolled}</translation>
  </message>
  <message>
   <source>Excel workbook</source>
   <translation>Excel-Arbeitsmappe</translation>
  </message>
  <message>
   <source>Expected deviations</source>
   <translation>Zu erwartende Abweichungen</translation>
  </message>
  <message>
   <source>Export</source>
   <translation>Exportieren</translation>
  </message>
  <message>
   <source>Fail screening</source>
   <translation>Screening-Failure</translation>
  </message>
  <message>
   <source>Figures as a workbook (XLSX)…</source>
   <translation>Auswertung als Arbeitsmappe (XLSX) …</translation>
  </message>
  <message>
   <source>Figures as text (TSV)…</source>
   <translation>Auswertung als Text (TSV) …</translation>
  </message>
  <message>
   <source>Figures of the simulated group</source>
   <translation>Auswertung der simulierten Gruppe</translation>
  </message>
  <message>
   <source>From</source>
   <translation>Ab</translation>
  </message>
  <message>
   <source>Group</source>
   <translation>Gruppe</translation>
  </message>
  <message>
   <source>Hours</source>
   <translation>Stunden</translation>
  </message>
  <message>
   <source>Hours a week</source>
   <translation>Stunden je Woche</translation>
  </message>
  <message>
   <source>How</source>
   <translation>Art</translation>
  </message>
  <message>
   <source>How they stop</source>
   <translation>Art des Ausscheidens</translation>
  </message>
  <message>
   <source>In a window of its own</source>
   <translation>In einem eigenen Fenster</translation>
  </message>
  <message>
   <source>In words</source>
   <translation>In Worten</translation>
  </message>
  <message>
   <source>Intervention stopped</source>
   <translation>Intervention abgebrochen</translation>
  </message>
  <message>
   <source>Later, days</source>
   <translation>Nach hinten, Tage</translation>
  </message>
  <message>
   <source>Lost to follow-up</source>
   <translation>Lost to Follow-up</translation>
  </message>
  <message>
   <source>Minutes that an assessment takes</source>
   <translation>Minuten, die eine Untersuchung dauert</translation>
  </message>
  <message>
   <source>Miss a visit</source>
   <translation>Versäumen eine Visite</translation>
  </message>
  <message>
   <source>No country is stated: every day is like any other</source>
   <translation>Kein Land angegeben: Jeder Tag ist wie jeder andere</translation>
  </message>
  <message>
   <source>No group is simulated yet</source>
   <translation>Noch keine Gruppe simuliert</translation>
  </message>
  <message>
   <source>No potential deviation is to be expected.</source>
   <translation>Es ist keine potenzielle Abweichung zu erwarten.</translation>
  </message>
  <message>
   <source>No study is open</source>
   <translation>Keine Studie ist geöffnet</translation>
  </message>
  <message>
   <source>No working day</source>
   <translation>Kein Arbeitstag</translation>
  </message>
  <message>
   <source>Nobody came to the end of the schedule.</source>
   <translation>Niemand kam bis zum Ende des Ablaufplans.</translation>
  </message>
  <message>
   <source>None: everybody comes in the windows of all visits.</source>
   <translation>Keine: Alle erscheinen zu allen Visiten im Zeitfenster.</translation>
  </message>
  <message>
   <source>Not done</source>
   <translation>Nicht durchgeführt</translation>
  </message>
  <message>
   <source>On the planned day</source>
   <translation>Am geplanten Tag</translation>
  </message>
  <message>
   <source>Open assumptions</source>
   <translation>Annahmen öffnen</translation>
  </message>
  <message>
   <source>Open assumptions…</source>
   <translation>Annahmen öffnen …</translation>
  </message>
  <message>
   <source>Other</source>
   <translation>Sonstige</translation>
  </message>
  <message>
   <source>Out of window, %</source>
   <translation>Außerhalb des Zeitfensters, %</translation>
  </message>
  <message>
   <source>Outcomes file</source>
   <translation>Annahmendatei</translation>
  </message>
  <message>
   <source>Outcomes: {outcomes}</source>
   <translation>Annahmen: {outcomes}</translation>
  </message>
  <message>
   <source>PNG picture</source>
   <translation>PNG-Bild</translation>
  </message>
  <message>
   <source>Participants</source>
   <translation>Teilnehmer</translation>
  </message>
  <message>
   <source>Participants simulated</source>
   <translation>Simulierte Teilnehmer</translation>
  </message>
  <message>
   <source>Participants under way</source>
   <translation>Laufende Teilnehmer</translation>
  </message>
  <message>
   <source>Plot as a PNG picture…</source>
   <translation>Diagramm als PNG-Bild …</translation>
  </message>
  <message>
   <source>Plot as an SVG picture…</source>
   <translation>Diagramm als SVG-Bild …</translation>
  </message>
  <message>
   <source>Potential deviations</source>
   <translation>Potenzielle Abweichungen</translation>
  </message>
  <message>
   <source>SVG picture</source>
   <translation>SVG-Bild</translation>
  </message>
  <message>
   <source>Save assumptions</source>
   <translation>Annahmen speichern</translation>
  </message>
  <message>
   <source>Save…</source>
   <translation>Speichern …</translation>
  </message>
  <message>
   <source>Say how people come and how decisions turn out, and see visits a week, deviations and windows that are too tight before anyone is enrolled.</source>
   <translation>Geben Sie an, wie Teilnehmer kommen und wie Entscheidungen ausfallen, und sehen Sie Visiten je Woche, Abweichungen und zu enge Zeitfenster, bevor jemand eingeschlossen wird.</translation>
  </message>
  <message>
   <source>Seed</source>
   <translation>Startwert</translation>
  </message>
  <message>
   <source>Seed: {seed}</source>
   <translation>Startwert: {seed}</translation>
  </message>
  <message>
   <source>Set it here instead</source>
   <translation>Stattdessen hier festlegen</translation>
  </message>
  <message>
   <source>Simulate the group</source>
   <translation>Gruppe simulieren</translation>
  </message>
  <message>
   <source>Simulated group</source>
   <translation>Simulierte Gruppe</translation>
  </message>
  <message>
   <source>Starting…</source>
   <translation>Wird gestartet …</translation>
  </message>
  <message>
   <source>Starts</source>
   <translation>Beginn</translation>
  </message>
  <message>
   <source>Stop in a month</source>
   <translation>Ausscheiden in einem Monat</translation>
  </message>
  <message>
   <source>Stopped</source>
   <translation>Ausgeschieden</translation>
  </message>
  <message>
   <source>Stopped by</source>
   <translation>Ausgeschieden durch</translation>
  </message>
  <message>
   <source>Stopping</source>
   <translation>Ausscheiden</translation>
  </message>
  <message>
   <source>Studies do not say how long assessments take; with this, work is told in hours.</source>
   <translation>Studien geben nicht an, wie lange Untersuchungen dauern; hiermit wird der Arbeitsaufwand in Stunden angegeben.</translation>
  </message>
  <message>
   <source>Summary</source>
   <translation>Zusammenfassung</translation>
  </message>
  <message>
   <source>Table</source>
   <translation>Tabelle</translation>
  </message>
  <message>
   <source>Text with tabs</source>
   <translation>Text mit Tabulatoren</translation>
  </message>
  <message>
   <source>The arrow keys read bar by bar; the table beside it holds the same figures.</source>
   <translation>Die Pfeiltasten lesen Balken für Balken vor; die Tabelle daneben enthält dieselben Zahlen.</translation>
  </message>
  <message>
   <source>The assumptions</source>
   <translation>Die Annahmendatei</translation>
  </message>
  <message>
   <source>The assumptions could not be opened, and stay as they were. {why}</source>
   <translation>Die Annahmen ließen sich nicht öffnen und bleiben, wie sie waren. {why}</translation>
  </message>
  <message>
   <source>The group is in a window of its own.</source>
   <translation>Die Gruppe ist in einem eigenen Fenster.</translation>
  </message>
  <message numerus="yes">
   <source>The participant has come to %n event(s): nothing more is simulated.</source>
   <translation>
    <numerusform>Der Teilnehmer hat %n Ereignis erreicht: Es wird nichts weiter simuliert.</numerusform>
    <numerusform>Der Teilnehmer hat %n Ereignisse erreicht: Es wird nichts weiter simuliert.</numerusform>
   </translation>
  </message>
  <message>
   <source>The plot “{plot}”</source>
   <translation>Das Diagramm „{plot}“</translation>
  </message>
  <message>
   <source>The same figures as a table</source>
   <translation>Dieselben Zahlen als Tabelle</translation>
  </message>
  <message>
   <source>The same seed gives the same group; another one shows how much is chance.</source>
   <translation>Derselbe Startwert ergibt dieselbe Gruppe; ein anderer zeigt, wie viel Zufall ist.</translation>
  </message>
  <message>
   <source>The schedule or the assumptions have changed since. Simulate again to see what they come to.</source>
   <translation>Der Ablaufplan oder die Annahmen haben sich seither geändert. Simulieren Sie erneut, um das neue Ergebnis zu sehen.</translation>
  </message>
  <message>
   <source>The simulation could not be started ({why}). Install Maestro again if it stays so.</source>
   <translation>Die Simulation ließ sich nicht starten ({why}). Installieren Sie Maestro neu, falls es dabei bleibt.</translation>
  </message>
  <message>
   <source>The simulation ended before it was through (exit code {code}). Nothing was kept of it: simulate again, with fewer participants if it stays so.</source>
   <translation>Die Simulation endete vorzeitig (Exit-Code {code}). Nichts davon wurde behalten: Simulieren Sie erneut, mit weniger Teilnehmern, falls es dabei bleibt.</translation>
  </message>
  <message numerus="yes">
   <source>The table has %n more visit(s).</source>
   <translation>
    <numerusform>Die Tabelle enthält %n weitere Visite.</numerusform>
    <numerusform>Die Tabelle enthält %n weitere Visiten.</numerusform>
   </translation>
  </message>
  <message>
   <source>The window of {visit} is missed by {share} of those who come; {wider} would hold {held}.</source>
   <translation>Zeitfenster von {visit}: verfehlt von {share} derer, die kommen; um {wider} erweitert, würde es für {held} reichen.</translation>
  </message>
  <message>
   <source>This schedule cannot be run yet</source>
   <translation>Dieser Ablaufplan ist noch nicht ausführbar</translation>
  </message>
  <message>
   <source>To be expected: {deviations}, {each} for each participant; most at {visit}: {number}.</source>
   <translation>Zu erwarten: {deviations}, {each} je Teilnehmer; die meisten an {visit}: {number}.</translation>
  </message>
  <message>
   <source>Too early</source>
   <translation>Zu früh</translation>
  </message>
  <message>
   <source>Too late</source>
   <translation>Zu spät</translation>
  </message>
  <message>
   <source>Type the day on which enrolment starts.</source>
   <translation>Geben Sie den Tag ein, an dem der Einschluss beginnt.</translation>
  </message>
  <message>
   <source>Under way</source>
   <translation>Laufend</translation>
  </message>
  <message>
   <source>Visit</source>
   <translation>Visite</translation>
  </message>
  <message>
   <source>Visit missed</source>
   <translation>Visite versäumt</translation>
  </message>
  <message>
   <source>Visits</source>
   <translation>Visiten</translation>
  </message>
  <message>
   <source>Visits a week</source>
   <translation>Visiten je Woche</translation>
  </message>
  <message>
   <source>Visits and their windows</source>
   <translation>Visiten und ihre Zeitfenster</translation>
  </message>
  <message>
   <source>Week</source>
   <translation>Woche</translation>
  </message>
  <message>
   <source>Week since enrolment started</source>
   <translation>Woche seit Beginn des Einschlusses</translation>
  </message>
  <message>
   <source>Week {week}, from {date}: {figure}</source>
   <translation>Woche {week}, ab {date}: {figure}</translation>
  </message>
  <message>
   <source>Weeks</source>
   <translation>Wochen</translation>
  </message>
  <message>
   <source>Weights: what counts is their share of the sum, at each pass of a loop.</source>
   <translation>Gewichte: Es zählt ihr Anteil an der Summe, bei jedem Durchlauf einer Schleife.</translation>
  </message>
  <message>
   <source>What is assumed of the group</source>
   <translation>Was von der Gruppe angenommen wird</translation>
  </message>
  <message>
   <source>What is counted</source>
   <translation>Was gezählt wird</translation>
  </message>
  <message>
   <source>What the group comes to</source>
   <translation>Ergebnis der Gruppe</translation>
  </message>
  <message>
   <source>What the simulation came to could not be read: simulate again.</source>
   <translation>Das Ergebnis der Simulation war nicht lesbar: Simulieren Sie erneut.</translation>
  </message>
  <message>
   <source>Who comes when is as the opened file says.</source>
   <translation>Wer wann kommt, gibt die geöffnete Datei vor.</translation>
  </message>
  <message>
   <source>With a country, nobody comes on its weekends and public holidays.</source>
   <translation>Ist ein Land angegeben, kommt an dessen Wochenenden und Feiertagen niemand.</translation>
  </message>
  <message>
   <source>Work</source>
   <translation>Arbeitsaufwand</translation>
  </message>
  <message>
   <source>Workload over time</source>
   <translation>Arbeitsaufwand im Zeitverlauf</translation>
  </message>
  <message>
   <source>Write the figures to a file</source>
   <translation>Auswertung in eine Datei schreiben</translation>
  </message>
  <message>
   <source>Write to a file</source>
   <translation>In eine Datei schreiben</translation>
  </message>
  <message>
   <source>all at once</source>
   <translation>alle auf einmal</translation>
  </message>
  <message>
   <source>all on {date}</source>
   <translation>alle am {date}</translation>
  </message>
  <message>
   <source>assumptions</source>
   <translation>Annahmen</translation>
  </message>
  <message>
   <source>did not come (simulated)</source>
   <translation>nicht erschienen (simuliert)</translation>
  </message>
  <message>
   <source>every day alike</source>
   <translation>jeder Tag gleich</translation>
  </message>
  <message>
   <source>from {date}</source>
   <translation>ab {date}</translation>
  </message>
  <message>
   <source>group</source>
   <translation>Gruppe</translation>
  </message>
  <message>
   <source>median course</source>
   <translation>Median der Verlaufsdauer</translation>
  </message>
  <message>
   <source>median course, {shortest} to {longest}</source>
   <translation>Median der Verlaufsdauer, {shortest} bis {longest}</translation>
  </message>
  <message>
   <source>median {days}</source>
   <translation>Median {days}</translation>
  </message>
  <message>
   <source>no date</source>
   <translation>kein Datum</translation>
  </message>
  <message>
   <source>not stated</source>
   <translation>nicht angegeben</translation>
  </message>
  <message>
   <source>of {number} came to the end of the schedule</source>
   <translation>von {number} bis zum Ende des Ablaufplans gekommen</translation>
  </message>
  <message>
   <source>otherwise: end</source>
   <translation>sonst: Ende</translation>
  </message>
  <message>
   <source>otherwise: {visit}</source>
   <translation>sonst: {visit}</translation>
  </message>
  <message>
   <source>over 99 %</source>
   <translation>über 99 %</translation>
  </message>
  <message>
   <source>potential deviations for each participant</source>
   <translation>potenzielle Abweichungen je Teilnehmer</translation>
  </message>
  <message>
   <source>stopped (simulated)</source>
   <translation>ausgeschieden (simuliert)</translation>
  </message>
  <message>
   <source>under 1 %</source>
   <translation>unter 1 %</translation>
  </message>
  <message>
   <source>until {date}</source>
   <translation>bis {date}</translation>
  </message>
  <message>
   <source>visit in week {week}, the busiest</source>
   <translation>Visite in Woche {week}, der vollsten</translation>
  </message>
  <message>
   <source>visits in week {week}, the busiest</source>
   <translation>Visiten in Woche {week}, der vollsten</translation>
  </message>
  <message>
   <source>weekend</source>
   <translation>Wochenende</translation>
  </message>
  <message>
   <source>{days} days</source>
   <translation>{days} Tage</translation>
  </message>
  <message>
   <source>{days}: {participants}</source>
   <translation>{days}: {participants}</translation>
  </message>
  <message>
   <source>{decision}: {way}</source>
   <translation>{decision}: {way}</translation>
  </message>
  <message>
   <source>{done} of {all} participants</source>
   <translation>{done} von {all} Teilnehmern</translation>
  </message>
  <message>
   <source>{earlier} and {later}</source>
   <translation>{earlier} und {later}</translation>
  </message>
  <message>
   <source>{first} to {last} days</source>
   <translation>{first} bis {last} Tage</translation>
  </message>
  <message>
   <source>{kind}: {number}</source>
   <translation>{kind}: {number}</translation>
  </message>
  <message>
   <source>{number} %</source>
   <translation>{number} %</translation>
  </message>
  <message>
   <source>{participants} through {timeline}</source>
   <translation>{participants} in {timeline}</translation>
  </message>
  <message>
   <source>{participants}: {ends}.</source>
   <translation>{participants}: {ends}.</translation>
  </message>
  <message>
   <source>{plot} as a table</source>
   <translation>{plot} als Tabelle</translation>
  </message>
  <message>
   <source>{plot}, a plot</source>
   <translation>{plot}, ein Diagramm</translation>
  </message>
  <message>
   <source>{plot}: write to a file</source>
   <translation>{plot}: in eine Datei schreiben</translation>
  </message>
  <message>
   <source>{rate} a month from {date}</source>
   <translation>{rate} im Monat ab {date}</translation>
  </message>
  <message>
   <source>{visit} (pass {number})</source>
   <translation>{visit} (Durchlauf {number})</translation>
  </message>
  <message>
   <source>{visit} and {other} are on the same day, {day}</source>
   <translation>{visit} und {other} liegen am selben Tag, {day}</translation>
  </message>
  <message>
   <source>{visit} is booked for {day}, outside its window, {window}</source>
   <translation>{visit}: Termin am {day}, außerhalb des Zeitfensters, {window}</translation>
  </message>
  <message>
   <source>{visit} is on {day} ({why}): its window has no working day</source>
   <translation>{visit} liegt am {day} ({why}): kein Arbeitstag im Zeitfenster</translation>
  </message>
  <message>
   <source>{visit} is on {day} ({why}): no window is stated</source>
   <translation>{visit} liegt am {day} ({why}): kein Zeitfenster angegeben</translation>
  </message>
  <message>
   <source>{visit} moves from {planned} ({why}) to {day}, a working day</source>
   <translation>{visit} rückt vom {planned} ({why}) auf den {day}, einen Arbeitstag</translation>
  </message>
  <message>
   <source>{visit} would be on {day}, before {other}</source>
   <translation>{visit} läge am {day}, vor {other}</translation>
  </message>
  <message>
   <source>{visit}: added, {now}</source>
   <translation>{visit}: hinzugekommen, {now}</translation>
  </message>
  <message>
   <source>{visit}: not required any more, was {was}</source>
   <translation>{visit}: nicht mehr erforderlich, war {was}</translation>
  </message>
  <message>
   <source>{visit}: stays on {now}, with another window</source>
   <translation>{visit}: bleibt ({now}), mit anderem Zeitfenster</translation>
  </message>
  <message>
   <source>{visit}: {deviations}</source>
   <translation>{visit}: {deviations}</translation>
  </message>
  <message>
   <source>{visit}: {was} → {now}</source>
   <translation>{visit}: {was} → {now}</translation>
  </message>
  <message>
   <source>{visit}: {was} → {now}, provisional</source>
   <translation>{visit}: {was} → {now}, vorläufig</translation>
  </message>
 </context>
 <context>
  <name>simulator</name>
  <message numerus="yes">
   <source>%n activit(ies)</source>
   <translation>
    <numerusform>%n Aktivität</numerusform>
    <numerusform>%n Aktivitäten</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n activit(ies) missed</source>
   <translation>
    <numerusform>%n Aktivität versäumt</numerusform>
    <numerusform>%n Aktivitäten versäumt</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n day(s) after its window, {window}</source>
   <translation>
    <numerusform>%n Tag nach dem Zeitfenster, {window}</numerusform>
    <numerusform>%n Tage nach dem Zeitfenster, {window}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n day(s) before its window, {window}</source>
   <translation>
    <numerusform>%n Tag vor dem Zeitfenster, {window}</numerusform>
    <numerusform>%n Tage vor dem Zeitfenster, {window}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n day(s) early</source>
   <translation>
    <numerusform>%n Tag zu früh</numerusform>
    <numerusform>%n Tage zu früh</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n day(s) late</source>
   <translation>
    <numerusform>%n Tag zu spät</numerusform>
    <numerusform>%n Tage zu spät</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n minute(s) early</source>
   <translation>
    <numerusform>%n Minute zu früh</numerusform>
    <numerusform>%n Minuten zu früh</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n minute(s) late</source>
   <translation>
    <numerusform>%n Minute zu spät</numerusform>
    <numerusform>%n Minuten zu spät</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n potential deviation(s)</source>
   <translation>
    <numerusform>%n potenzielle Abweichung</numerusform>
    <numerusform>%n potenzielle Abweichungen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n visit(s) done</source>
   <translation>
    <numerusform>%n Visite durchgeführt</numerusform>
    <numerusform>%n Visiten durchgeführt</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n visit(s) not required any more: {visits}</source>
   <translation>
    <numerusform>%n Visite nicht mehr erforderlich: {visits}</numerusform>
    <numerusform>%n Visiten nicht mehr erforderlich: {visits}</numerusform>
   </translation>
  </message>
  <message>
   <source>Activity</source>
   <translation>Aktivität</translation>
  </message>
  <message>
   <source>After withdrawal</source>
   <translation>Nach Widerruf</translation>
  </message>
  <message>
   <source>Another day…</source>
   <translation>Anderer Tag …</translation>
  </message>
  <message>
   <source>Answer the decision first</source>
   <translation>Zuerst die Entscheidung beantworten</translation>
  </message>
  <message>
   <source>As before going back; what is asked for here happens instead</source>
   <translation>Wie vor dem Zurückspringen; was hier gewählt wird, tritt stattdessen ein</translation>
  </message>
  <message>
   <source>As before: {answer}</source>
   <translation>Wie zuvor: {answer}</translation>
  </message>
  <message>
   <source>At once</source>
   <translation>Sofort</translation>
  </message>
  <message>
   <source>Before consent</source>
   <translation>Vor Einwilligung</translation>
  </message>
  <message>
   <source>Begin a simulation</source>
   <translation>Simulation beginnen</translation>
  </message>
  <message>
   <source>Begins</source>
   <translation>Beginn</translation>
  </message>
  <message>
   <source>Book it</source>
   <translation>Termin vereinbaren</translation>
  </message>
  <message>
   <source>Booked for {date}</source>
   <translation>Termin vereinbart: {date}</translation>
  </message>
  <message numerus="yes">
   <source>By %n day(s)…</source>
   <translation>
    <numerusform>Um %n Tag …</numerusform>
    <numerusform>Um %n Tage …</numerusform>
   </translation>
  </message>
  <message>
   <source>Calendar of the simulated participant</source>
   <translation>Kalender des simulierten Teilnehmers</translation>
  </message>
  <message>
   <source>Called</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Comes unscheduled…</source>
   <translation>Kommt ungeplant …</translation>
  </message>
  <message>
   <source>Conflicts</source>
   <translation>Konflikte</translation>
  </message>
  <message>
   <source>Consent</source>
   <translation>Einwilligung</translation>
  </message>
  <message>
   <source>Consent given</source>
   <translation>Einwilligung erteilt</translation>
  </message>
  <message>
   <source>Consent on</source>
   <translation>Einwilligung am</translation>
  </message>
  <message>
   <source>Consent withdrawn</source>
   <translation>Einwilligung widerrufen</translation>
  </message>
  <message>
   <source>Corrected</source>
   <translation>Korrigiert</translation>
  </message>
  <message>
   <source>Country of the site</source>
   <translation>Land des Prüfzentrums</translation>
  </message>
  <message>
   <source>Date of the beginning</source>
   <translation>Datum des Beginns</translation>
  </message>
  <message>
   <source>Day 1 on</source>
   <translation>Tag 1 am</translation>
  </message>
  <message>
   <source>Days off, windows and visits on one day are told here.</source>
   <translation>Freie Tage, Zeitfenster und Visiten am selben Tag werden hier genannt.</translation>
  </message>
  <message>
   <source>Deviation</source>
   <translation>Abweichung</translation>
  </message>
  <message>
   <source>Deviations</source>
   <translation>Abweichungen</translation>
  </message>
  <message>
   <source>Died</source>
   <translation>Verstorben</translation>
  </message>
  <message>
   <source>Dies…</source>
   <translation>Verstirbt …</translation>
  </message>
  <message>
   <source>Do it on another day…</source>
   <translation>An einem anderen Tag durchführen …</translation>
  </message>
  <message>
   <source>Does not hold: “{condition}”</source>
   <translation>Trifft nicht zu: „{condition}“</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Durchgeführt</translation>
  </message>
  <message>
   <source>Done after window</source>
   <translation>Nach dem Zeitfenster durchgeführt</translation>
  </message>
  <message>
   <source>Done early</source>
   <translation>Vor dem Zeitfenster durchgeführt</translation>
  </message>
  <message>
   <source>Done in window</source>
   <translation>Im Zeitfenster durchgeführt</translation>
  </message>
  <message>
   <source>Done on {date}</source>
   <translation>Durchgeführt am {date}</translation>
  </message>
  <message>
   <source>Due</source>
   <translation>Fällig</translation>
  </message>
  <message>
   <source>Events</source>
   <translation>Ereignisse</translation>
  </message>
  <message>
   <source>Events of the simulated participant</source>
   <translation>Ereignisse des simulierten Teilnehmers</translation>
  </message>
  <message>
   <source>Every event stands here, with a way back to it.</source>
   <translation>Jedes Ereignis steht hier, mit einem Weg zurück dorthin.</translation>
  </message>
  <message>
   <source>Fails screening…</source>
   <translation>Screening-Failure …</translation>
  </message>
  <message>
   <source>Fast</source>
   <translation>Schnell</translation>
  </message>
  <message>
   <source>Go on with the new plan</source>
   <translation>Mit dem neuen Plan fortfahren</translation>
  </message>
  <message>
   <source>Going on since {date}: {activity}</source>
   <translation>Läuft seit {date}: {activity}</translation>
  </message>
  <message>
   <source>Going on with the new plan changes no visit of this participant.</source>
   <translation>Mit dem neuen Plan ändert sich für diesen Teilnehmer keine Visite.</translation>
  </message>
  <message>
   <source>Group</source>
   <translation>Gruppe</translation>
  </message>
  <message>
   <source>How fast Run goes from event to event</source>
   <translation>Wie schnell „Abspielen“ von Ereignis zu Ereignis geht</translation>
  </message>
  <message>
   <source>In the simulation: {standing}</source>
   <translation>In der Simulation: {standing}</translation>
  </message>
  <message>
   <source>Intervention stopped</source>
   <translation>Intervention abgebrochen</translation>
  </message>
  <message>
   <source>Is lost to follow-up…</source>
   <translation>Lost to Follow-up …</translation>
  </message>
  <message>
   <source>It has been done already: jump back first</source>
   <translation>Wurde schon durchgeführt: zuerst zurückspringen</translation>
  </message>
  <message>
   <source>It is not required of this participant</source>
   <translation>Für diesen Teilnehmer nicht erforderlich</translation>
  </message>
  <message>
   <source>It took place, and was written down on a later day.</source>
   <translation>Sie fand statt und wurde an einem späteren Tag erfasst.</translation>
  </message>
  <message>
   <source>It was skipped already: jump back first</source>
   <translation>Wurde schon ausgelassen: zuerst zurückspringen</translation>
  </message>
  <message>
   <source>Its rule cannot be read: a person decides.</source>
   <translation>Die Regel ist nicht lesbar: Eine Person entscheidet.</translation>
  </message>
  <message>
   <source>Keep visits to working days in their windows</source>
   <translation>Visiten in ihren Zeitfenstern auf Arbeitstage legen</translation>
  </message>
  <message>
   <source>Lists of the simulation</source>
   <translation>Listen der Simulation</translation>
  </message>
  <message>
   <source>Lost to follow-up</source>
   <translation>Lost to Follow-up</translation>
  </message>
  <message>
   <source>Moved</source>
   <translation>Verschoben</translation>
  </message>
  <message>
   <source>Moved from {date}</source>
   <translation>Verschoben vom {date}</translation>
  </message>
  <message>
   <source>Moved to the edited plan</source>
   <translation>Auf den geänderten Plan umgestellt</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>Als Nächstes</translation>
  </message>
  <message>
   <source>No conflicts</source>
   <translation>Keine Konflikte</translation>
  </message>
  <message>
   <source>No events yet</source>
   <translation>Noch keine Ereignisse</translation>
  </message>
  <message>
   <source>No participant is simulated</source>
   <translation>Kein Teilnehmer wird simuliert</translation>
  </message>
  <message>
   <source>No potential deviations</source>
   <translation>Keine potenziellen Abweichungen</translation>
  </message>
  <message>
   <source>No rule is written: a person answers</source>
   <translation>Keine Regel angegeben: Eine Person antwortet</translation>
  </message>
  <message>
   <source>Normal</source>
   <translation>Normal</translation>
  </message>
  <message>
   <source>Not applicable</source>
   <translation>Nicht zutreffend</translation>
  </message>
  <message>
   <source>Not done</source>
   <translation>Nicht durchgeführt</translation>
  </message>
  <message>
   <source>Not now</source>
   <translation>Jetzt nicht</translation>
  </message>
  <message>
   <source>Not required</source>
   <translation>Nicht erforderlich</translation>
  </message>
  <message>
   <source>Not required: {activities}</source>
   <translation>Nicht erforderlich: {activities}</translation>
  </message>
  <message>
   <source>Nothing else moves.</source>
   <translation>Sonst verschiebt sich nichts.</translation>
  </message>
  <message>
   <source>Nothing has happened since consent</source>
   <translation>Seit der Einwilligung ist nichts geschehen</translation>
  </message>
  <message>
   <source>Nothing has happened yet</source>
   <translation>Noch ist nichts geschehen</translation>
  </message>
  <message>
   <source>Nothing is planned at this visit</source>
   <translation>An dieser Visite ist nichts geplant</translation>
  </message>
  <message>
   <source>Nothing was moved</source>
   <translation>Nichts wurde verschoben</translation>
  </message>
  <message>
   <source>Off the path</source>
   <translation>Abseits des Weges</translation>
  </message>
  <message>
   <source>On</source>
   <translation>Am</translation>
  </message>
  <message>
   <source>One participant</source>
   <translation>Ein Teilnehmer</translation>
  </message>
  <message>
   <source>Or record what the rules need, and they decide:</source>
   <translation>Oder erfassen Sie, was die Regeln brauchen, dann entscheiden diese:</translation>
  </message>
  <message>
   <source>Otherwise: {target}</source>
   <translation>Sonst: {target}</translation>
  </message>
  <message>
   <source>Overdue</source>
   <translation>Überfällig</translation>
  </message>
  <message>
   <source>Participation ended on {date}</source>
   <translation>Teilnahme beendet am {date}</translation>
  </message>
  <message>
   <source>Participation has ended: jump back first</source>
   <translation>Die Teilnahme ist beendet: zuerst zurückspringen</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>Pause</translation>
  </message>
  <message>
   <source>Planned</source>
   <translation>Geplant</translation>
  </message>
  <message>
   <source>Planned for {date}</source>
   <translation>Geplant für {date}</translation>
  </message>
  <message>
   <source>Planned for {date} ({why}), moved to a working day</source>
   <translation>Geplant für {date} ({why}), auf einen Arbeitstag verschoben</translation>
  </message>
  <message>
   <source>Planned for {date}, provisional until Day 1 has happened</source>
   <translation>Geplant für {date}, vorläufig, bis Tag 1 stattgefunden hat</translation>
  </message>
  <message>
   <source>Possible</source>
   <translation>Möglich</translation>
  </message>
  <message>
   <source>Postpone</source>
   <translation>Nach hinten verschieben</translation>
  </message>
  <message>
   <source>Potential deviation: {text}</source>
   <translation>Potenzielle Abweichung: {text}</translation>
  </message>
  <message>
   <source>Potential deviations</source>
   <translation>Potenzielle Abweichungen</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
  <message>
   <source>Record</source>
   <translation>Erfassen</translation>
  </message>
  <message>
   <source>Record it late…</source>
   <translation>Verspätet erfassen …</translation>
  </message>
  <message>
   <source>Record {name}</source>
   <translation>{name} erfassen</translation>
  </message>
  <message>
   <source>Record {visit} late</source>
   <translation>{visit} verspätet erfassen</translation>
  </message>
  <message>
   <source>Recorded on</source>
   <translation>Erfasst am</translation>
  </message>
  <message>
   <source>Run</source>
   <translation>Abspielen</translation>
  </message>
  <message>
   <source>Run to a date</source>
   <translation>Bis zu einem Datum abspielen</translation>
  </message>
  <message>
   <source>Run to this date</source>
   <translation>Bis zu diesem Datum abspielen</translation>
  </message>
  <message>
   <source>Screen failure</source>
   <translation>Screening-Failure</translation>
  </message>
  <message>
   <source>Screened again</source>
   <translation>Erneutes Screening</translation>
  </message>
  <message>
   <source>Select a visit first</source>
   <translation>Zuerst eine Visite auswählen</translation>
  </message>
  <message>
   <source>Show</source>
   <translation>Zeigen</translation>
  </message>
  <message>
   <source>Show: {what}</source>
   <translation>Zeigen: {what}</translation>
  </message>
  <message>
   <source>Simulate</source>
   <translation>Simulieren</translation>
  </message>
  <message>
   <source>Simulate one participant</source>
   <translation>Einen Teilnehmer simulieren</translation>
  </message>
  <message>
   <source>Simulated day: {day}</source>
   <translation>Simulierter Tag: {day}</translation>
  </message>
  <message>
   <source>Simulation: nothing is recorded</source>
   <translation>Simulation: Nichts wird erfasst</translation>
  </message>
  <message>
   <source>Simulation: {what}</source>
   <translation>Simulation: {what}</translation>
  </message>
  <message>
   <source>Site</source>
   <translation>Prüfzentrum</translation>
  </message>
  <message>
   <source>Skip</source>
   <translation>Auslassen</translation>
  </message>
  <message>
   <source>Skip an activity at {visit}</source>
   <translation>Eine Aktivität auslassen: {visit}</translation>
  </message>
  <message>
   <source>Skip an activity…</source>
   <translation>Aktivität auslassen …</translation>
  </message>
  <message>
   <source>Skip the visit…</source>
   <translation>Visite auslassen …</translation>
  </message>
  <message>
   <source>Skip {visit}</source>
   <translation>{visit} auslassen</translation>
  </message>
  <message>
   <source>Slow</source>
   <translation>Langsam</translation>
  </message>
  <message>
   <source>Speed of the run</source>
   <translation>Geschwindigkeit des Abspielens</translation>
  </message>
  <message>
   <source>Start</source>
   <translation>Beginnen</translation>
  </message>
  <message>
   <source>Start anew</source>
   <translation>Neu beginnen</translation>
  </message>
  <message>
   <source>Start one in the pane “Simulation” below the views.</source>
   <translation>Beginnen Sie eine im Bereich „Simulation“ unter den Ansichten.</translation>
  </message>
  <message>
   <source>Start {timeline}</source>
   <translation>{timeline} beginnen</translation>
  </message>
  <message>
   <source>Starts {timeline}…</source>
   <translation>{timeline} beginnen …</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>Step</source>
   <translation>Schritt</translation>
  </message>
  <message>
   <source>Step or Run has the participant give consent.</source>
   <translation>Mit „Schritt“ oder „Abspielen“ erteilt der Teilnehmer die Einwilligung.</translation>
  </message>
  <message>
   <source>Stops intervention…</source>
   <translation>Bricht die Intervention ab …</translation>
  </message>
  <message>
   <source>Taken for granted, as the study does not say:</source>
   <translation>Angenommen, da die Studie es nicht angibt:</translation>
  </message>
  <message>
   <source>That day is over in the simulation: jump back to an event before it.</source>
   <translation>Dieser Tag ist in der Simulation vorbei: Springen Sie zu einem Ereignis davor zurück.</translation>
  </message>
  <message>
   <source>The IRT decides</source>
   <translation>Das IRT entscheidet</translation>
  </message>
  <message>
   <source>The committee decides</source>
   <translation>Das Komitee entscheidet</translation>
  </message>
  <message>
   <source>The end</source>
   <translation>Das Ende</translation>
  </message>
  <message>
   <source>The investigator decides</source>
   <translation>Der Prüfarzt entscheidet</translation>
  </message>
  <message>
   <source>The participant comes unscheduled</source>
   <translation>Der Teilnehmer kommt ungeplant</translation>
  </message>
  <message>
   <source>The participant dies</source>
   <translation>Der Teilnehmer verstirbt</translation>
  </message>
  <message>
   <source>The participant fails screening</source>
   <translation>Der Teilnehmer ist Screening-Failure</translation>
  </message>
  <message>
   <source>The participant is lost to follow-up</source>
   <translation>Der Teilnehmer ist Lost to Follow-up</translation>
  </message>
  <message>
   <source>The participant stops intervention</source>
   <translation>Der Teilnehmer bricht die Intervention ab</translation>
  </message>
  <message>
   <source>The participant withdraws consent</source>
   <translation>Der Teilnehmer widerruft die Einwilligung</translation>
  </message>
  <message>
   <source>The participant's course has come to its end</source>
   <translation>Der Verlauf des Teilnehmers ist zu Ende</translation>
  </message>
  <message>
   <source>The path does not lead there yet: a decision comes first</source>
   <translation>Der Weg führt noch nicht dorthin: Zuvor kommt eine Entscheidung</translation>
  </message>
  <message>
   <source>The schedule is complete on {date}</source>
   <translation>Der Ablaufplan ist vollständig am {date}</translation>
  </message>
  <message>
   <source>The schedule runs as it is drawn: step by step, with its windows, decisions and rules. Nothing is recorded, and the study stays as it is.</source>
   <translation>Der Ablaufplan läuft ab, wie er gezeichnet ist: Schritt für Schritt, mit seinen Zeitfenstern, Entscheidungen und Regeln. Nichts wird erfasst, und die Studie bleibt, wie sie ist.</translation>
  </message>
  <message>
   <source>The simulated participant has no such visit now</source>
   <translation>Der simulierte Teilnehmer hat jetzt keine solche Visite</translation>
  </message>
  <message>
   <source>The site coordinator decides</source>
   <translation>Die Koordination des Prüfzentrums entscheidet</translation>
  </message>
  <message>
   <source>The study was edited and cannot be run now: {why} The simulation keeps the plan it has.</source>
   <translation>Die Studie wurde bearbeitet und ist jetzt nicht ausführbar: {why} Die Simulation behält ihren Plan.</translation>
  </message>
  <message>
   <source>The study was edited; this simulation runs the plan from before.</source>
   <translation>Die Studie wurde bearbeitet; diese Simulation folgt dem Plan von vorher.</translation>
  </message>
  <message>
   <source>This study cannot be run yet</source>
   <translation>Diese Studie ist noch nicht ausführbar</translation>
  </message>
  <message>
   <source>Time goes on</source>
   <translation>Zeit vergeht</translation>
  </message>
  <message>
   <source>Time went on</source>
   <translation>Zeit verging</translation>
  </message>
  <message>
   <source>To be started, as its rule holds: {timeline}</source>
   <translation>Zu beginnen, da die Regel zutrifft: {timeline}</translation>
  </message>
  <message>
   <source>Today, {date}</source>
   <translation>Heute, {date}</translation>
  </message>
  <message>
   <source>Told from the study's word “{word}”</source>
   <translation>Abgeleitet vom Wort „{word}“ der Studie</translation>
  </message>
  <message>
   <source>Took place on</source>
   <translation>Fand statt am</translation>
  </message>
  <message>
   <source>Treatment after stop</source>
   <translation>Behandlung nach Abbruch</translation>
  </message>
  <message>
   <source>Type a date.</source>
   <translation>Geben Sie ein Datum ein.</translation>
  </message>
  <message>
   <source>Unscheduled visit</source>
   <translation>Ungeplante Visite</translation>
  </message>
  <message>
   <source>Upcoming</source>
   <translation>Bevorstehend</translation>
  </message>
  <message>
   <source>Visit</source>
   <translation>Visite</translation>
  </message>
  <message>
   <source>What another day, a skip or a withdrawal moves is listed here.</source>
   <translation>Was ein anderer Tag, ein Auslassen oder ein Widerruf verschiebt, wird hier aufgelistet.</translation>
  </message>
  <message>
   <source>What comes next</source>
   <translation>Was als Nächstes kommt</translation>
  </message>
  <message>
   <source>What departs from the protocol is listed here.</source>
   <translation>Was vom Protokoll abweicht, wird hier aufgelistet.</translation>
  </message>
  <message>
   <source>What else…</source>
   <translation>Weiteres …</translation>
  </message>
  <message>
   <source>What if, in the simulation</source>
   <translation>Was wäre, wenn: in der Simulation</translation>
  </message>
  <message>
   <source>What if, to the participant</source>
   <translation>Was wäre, wenn: beim Teilnehmer</translation>
  </message>
  <message>
   <source>What if…</source>
   <translation>Was wäre, wenn …</translation>
  </message>
  <message>
   <source>What moved</source>
   <translation>Was sich verschoben hat</translation>
  </message>
  <message>
   <source>What the date is of</source>
   <translation>Wofür das Datum gilt</translation>
  </message>
  <message>
   <source>What the views show happens to a simulated participant. Nothing of it goes into the study, its history or the backend.</source>
   <translation>Was die Ansichten zeigen, geschieht mit einem simulierten Teilnehmer. Nichts davon gelangt in die Studie, ihren Verlauf oder das Backend.</translation>
  </message>
  <message>
   <source>What was not done needs a reason: say why.</source>
   <translation>Was nicht durchgeführt wurde, braucht einen Grund: Geben Sie ihn an.</translation>
  </message>
  <message>
   <source>Window</source>
   <translation>Zeitfenster</translation>
  </message>
  <message>
   <source>Window: not stated</source>
   <translation>Zeitfenster: nicht angegeben</translation>
  </message>
  <message>
   <source>Window: {window}</source>
   <translation>Zeitfenster: {window}</translation>
  </message>
  <message>
   <source>Withdraws consent…</source>
   <translation>Widerruft die Einwilligung …</translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>und %n weitere</numerusform>
    <numerusform>und %n weitere</numerusform>
   </translation>
  </message>
  <message>
   <source>goes back to {target}</source>
   <translation>geht zurück zu: {target}</translation>
  </message>
  <message>
   <source>leads to {target}</source>
   <translation>führt zu: {target}</translation>
  </message>
  <message>
   <source>no</source>
   <translation>nein</translation>
  </message>
  <message>
   <source>no date</source>
   <translation>kein Datum</translation>
  </message>
  <message>
   <source>not possible that day</source>
   <translation>an diesem Tag nicht möglich</translation>
  </message>
  <message>
   <source>not stated: no holidays</source>
   <translation>nicht angegeben: keine Feiertage</translation>
  </message>
  <message>
   <source>participant did not come</source>
   <translation>Teilnehmer nicht erschienen</translation>
  </message>
  <message>
   <source>the end</source>
   <translation>Ende</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>ja</translation>
  </message>
  <message>
   <source>yes or no</source>
   <translation>ja oder nein</translation>
  </message>
  <message>
   <source>{activity} skipped at {visit}: {reason}</source>
   <translation>{activity} ausgelassen an {visit}: {reason}</translation>
  </message>
  <message>
   <source>{date} is no working day: {why}</source>
   <translation>{date} ist kein Arbeitstag: {why}</translation>
  </message>
  <message>
   <source>{date} · Day {number}</source>
   <translation>{date} · Tag {number}</translation>
  </message>
  <message>
   <source>{date}: {event}</source>
   <translation>{date}: {event}</translation>
  </message>
  <message>
   <source>{decision}: {answer}</source>
   <translation>{decision}: {answer}</translation>
  </message>
  <message>
   <source>{decision}: {answer}, by rule, as no other way held. {rule}</source>
   <translation>{decision}: {answer}, nach Regel, da kein anderer Weg zutraf. {rule}</translation>
  </message>
  <message>
   <source>{decision}: {answer}, by rule. {rule}</source>
   <translation>{decision}: {answer}, nach Regel. {rule}</translation>
  </message>
  <message>
   <source>{event}: {reason}</source>
   <translation>{event}: {reason}</translation>
  </message>
  <message>
   <source>{list} · {number}</source>
   <translation>{list} · {number}</translation>
  </message>
  <message>
   <source>{name}: {value}</source>
   <translation>{name}: {value}</translation>
  </message>
  <message>
   <source>{text}; the participant is here</source>
   <translation>{text}; der Teilnehmer ist hier</translation>
  </message>
  <message>
   <source>{timeline} started</source>
   <translation>{timeline} begonnen</translation>
  </message>
  <message>
   <source>{visits} …</source>
   <translation>{visits} …</translation>
  </message>
  <message>
   <source>{visit} (pass {number})</source>
   <translation>{visit} (Durchlauf {number})</translation>
  </message>
  <message>
   <source>{visit} booked for {date}</source>
   <translation>{visit}: Termin vereinbart für {date}</translation>
  </message>
  <message>
   <source>{visit} done</source>
   <translation>{visit} durchgeführt</translation>
  </message>
  <message>
   <source>{visit} done, recorded on {date}</source>
   <translation>{visit} durchgeführt, erfasst am {date}</translation>
  </message>
  <message>
   <source>{visit} on another day</source>
   <translation>{visit} an einem anderen Tag</translation>
  </message>
  <message>
   <source>{visit} skipped: {reason}</source>
   <translation>{visit} ausgelassen: {reason}</translation>
  </message>
  <message>
   <source>{visit} · {timeline}</source>
   <translation>{visit} · {timeline}</translation>
  </message>
  <message>
   <source>{was} → {now}</source>
   <translation>{was} → {now}</translation>
  </message>
  <message>
   <source>~ {date}</source>
   <translation>~ {date}</translation>
  </message>
 </context>
 <context>
  <name>start</name>
  <message>
   <source>If it comes again, save the diagnostics (menu, Help) and pass them on.</source>
   <translation>Wenn es wieder auftritt, speichern Sie die Diagnose (Menü, Hilfe) und geben Sie sie weiter.</translation>
  </message>
  <message>
   <source>Nothing that is kept on this computer was harmed.</source>
   <translation>Nichts, was auf diesem Computer aufbewahrt wird, ist beschädigt.</translation>
  </message>
  <message>
   <source>Something went wrong inside Maestro.</source>
   <translation>In Maestro ist ein Fehler aufgetreten.</translation>
  </message>
 </context>
 <context>
  <name>status</name>
  <message numerus="yes">
   <source>%n finding(s)</source>
   <translation>
    <numerusform>%n Befund</numerusform>
    <numerusform>%n Befunde</numerusform>
   </translation>
  </message>
  <message>
   <source>Accepted</source>
   <translation>Angenommen</translation>
  </message>
  <message>
   <source>Connected to {backend}.</source>
   <translation>Verbunden mit {backend}.</translation>
  </message>
  <message>
   <source>Connecting</source>
   <translation>Verbindet</translation>
  </message>
  <message>
   <source>Connecting to {backend}</source>
   <translation>Verbindet mit {backend}</translation>
  </message>
  <message>
   <source>Edits are lost when Maestro ends, unless they are sent or written before.</source>
   <translation>Änderungen gehen verloren, wenn Maestro endet, sofern sie nicht vorher gesendet oder geschrieben werden.</translation>
  </message>
  <message>
   <source>In the file</source>
   <translation>In der Datei</translation>
  </message>
  <message numerus="yes">
   <source>In this window alone: %n edit(s). Saving is tried again.</source>
   <translation>
    <numerusform>Nur in diesem Fenster: %n Änderung. Das Speichern wird erneut versucht.</numerusform>
    <numerusform>Nur in diesem Fenster: %n Änderungen. Das Speichern wird erneut versucht.</numerusform>
   </translation>
  </message>
  <message>
   <source>Kept in memory only</source>
   <translation>Nur im Speicher</translation>
  </message>
  <message numerus="yes">
   <source>Not accepted: %n edit(s)</source>
   <translation>
    <numerusform>Nicht angenommen: %n Änderung</numerusform>
    <numerusform>Nicht angenommen: %n Änderungen</numerusform>
   </translation>
  </message>
  <message>
   <source>Not saved</source>
   <translation>Nicht gespeichert</translation>
  </message>
  <message>
   <source>Not saved: the disk is full</source>
   <translation>Nicht gespeichert: Der Datenträger ist voll</translation>
  </message>
  <message>
   <source>Offline, as of {when}</source>
   <translation>Offline, Stand {when}</translation>
  </message>
  <message>
   <source>Offline, never connected</source>
   <translation>Offline, nie verbunden</translation>
  </message>
  <message>
   <source>Opening what is on this computer</source>
   <translation>Öffnet, was auf diesem Computer ist</translation>
  </message>
  <message numerus="yes">
   <source>Safe on this computer, not in the file yet: %n edit(s). Ctrl+S writes the file.</source>
   <translation>
    <numerusform>Auf diesem Computer gesichert, noch nicht in der Datei: %n Änderung. Strg+S schreibt die Datei.</numerusform>
    <numerusform>Auf diesem Computer gesichert, noch nicht in der Datei: %n Änderungen. Strg+S schreibt die Datei.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Safe on this computer, waiting for the backend: %n edit(s).</source>
   <translation>
    <numerusform>Auf diesem Computer gesichert, wartet auf das Backend: %n Änderung.</numerusform>
    <numerusform>Auf diesem Computer gesichert, wartet auf das Backend: %n Änderungen.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Saved, %n to send</source>
   <translation>
    <numerusform>Gespeichert, %n zu senden</numerusform>
    <numerusform>Gespeichert, %n zu senden</numerusform>
   </translation>
  </message>
  <message>
   <source>Saved, encrypted</source>
   <translation>Gespeichert, verschlüsselt</translation>
  </message>
  <message>
   <source>Saved, encrypted with your passphrase</source>
   <translation>Gespeichert, mit Ihrer Passphrase verschlüsselt</translation>
  </message>
  <message>
   <source>Saved, not in the file yet</source>
   <translation>Gespeichert, noch nicht in der Datei</translation>
  </message>
  <message>
   <source>Saving</source>
   <translation>Wird gespeichert</translation>
  </message>
  <message>
   <source>Show the findings (F8)</source>
   <translation>Befunde zeigen (F8)</translation>
  </message>
  <message>
   <source>Starting</source>
   <translation>Startet</translation>
  </message>
  <message>
   <source>Studies on this computer can be read. Next try at {time}; F5 tries now.</source>
   <translation>Studien auf diesem Computer sind lesbar. Nächster Versuch um {time}; F5 versucht es jetzt.</translation>
  </message>
  <message>
   <source>Synced {when}</source>
   <translation>Synchronisiert {when}</translation>
  </message>
  <message>
   <source>The backend has every edit.</source>
   <translation>Das Backend hat jede Änderung.</translation>
  </message>
  <message>
   <source>The file holds every edit.</source>
   <translation>Die Datei enthält jede Änderung.</translation>
  </message>
  <message>
   <source>They are kept on this computer and can be exported.</source>
   <translation>Sie werden auf diesem Computer aufbewahrt und lassen sich exportieren.</translation>
  </message>
  <message numerus="yes">
   <source>Writing %n edit(s) to the encrypted journal.</source>
   <translation>
    <numerusform>%n Änderung wird ins verschlüsselte Journal geschrieben.</numerusform>
    <numerusform>%n Änderungen werden ins verschlüsselte Journal geschrieben.</numerusform>
   </translation>
  </message>
  <message>
   <source>the backend on this computer</source>
   <translation>dem Backend auf diesem Computer</translation>
  </message>
 </context>
 <context>
  <name>text</name>
  <message>
   <source>Contents of the protocol</source>
   <translation>Inhalt des Protokolls</translation>
  </message>
  <message>
   <source>Marked in the table: {days}</source>
   <translation>In der Tabelle markiert: {days}</translation>
  </message>
  <message>
   <source>Next place</source>
   <translation>Nächste Stelle</translation>
  </message>
  <message>
   <source>Not found in the protocol's text.</source>
   <translation>Im Protokolltext nicht gefunden.</translation>
  </message>
  <message>
   <source>Previous place</source>
   <translation>Vorige Stelle</translation>
  </message>
  <message>
   <source>Protocol text</source>
   <translation>Protokolltext</translation>
  </message>
  <message>
   <source>Search the protocol's text</source>
   <translation>Protokolltext durchsuchen</translation>
  </message>
  <message>
   <source>Select a visit or an activity to see where the text names it.</source>
   <translation>Eine Visite oder Aktivität auswählen, um zu sehen, wo der Text sie nennt.</translation>
  </message>
  <message>
   <source>The protocol's text does not name what is selected.</source>
   <translation>Der Protokolltext nennt die Auswahl nicht.</translation>
  </message>
  <message>
   <source>This file holds no text of the protocol.</source>
   <translation>Diese Datei enthält keinen Protokolltext.</translation>
  </message>
  <message>
   <source>Where the text names what is selected</source>
   <translation>Wo der Text die Auswahl nennt</translation>
  </message>
  <message>
   <source>Without a title</source>
   <translation>Ohne Titel</translation>
  </message>
  <message numerus="yes">
   <source>in %n section(s)</source>
   <translation>
    <numerusform>in %n Abschnitt</numerusform>
    <numerusform>in %n Abschnitten</numerusform>
   </translation>
  </message>
  <message>
   <source>{name}, {template}, version {version}</source>
   <translation>{name}, {template}, Version {version}</translation>
  </message>
  <message>
   <source>{place} of {total} {inside}</source>
   <translation>{place} von {total} {inside}</translation>
  </message>
  <message numerus="yes">
   <source>{section}, %n time(s)</source>
   <translation>
    <numerusform>{section}, %n-mal</numerusform>
    <numerusform>{section}, %n-mal</numerusform>
   </translation>
  </message>
  <message>
   <source>{total} {inside}</source>
   <translation>{total} {inside}</translation>
  </message>
  <message numerus="yes">
   <source>“{title}” is named in %n section(s)</source>
   <translation>
    <numerusform>„{title}“ in %n Abschnitt</numerusform>
    <numerusform>„{title}“ in %n Abschnitten</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>timeline</name>
  <message>
   <source>It counts in calendar months or years: its day is known once the anchor has a date.</source>
   <translation>Zählt in Kalendermonaten oder -jahren: Der Tag ist bekannt, sobald der Anker ein Datum hat.</translation>
  </message>
  <message>
   <source>It is timed from {reference_key}, whose own time is not known.</source>
   <translation>Hängt zeitlich an {reference_key}, dessen eigene Zeit nicht bekannt ist.</translation>
  </message>
  <message>
   <source>It is timed from “{target}”, which does not exist.</source>
   <translation>Hängt zeitlich an „{target}“, das es nicht gibt.</translation>
  </message>
  <message>
   <source>It is timed from “{target}”, which is in {timeline}, not in this timeline.</source>
   <translation>Hängt zeitlich an „{target}“; das ist in {timeline}, nicht in dieser Zeitleiste.</translation>
  </message>
  <message>
   <source>Its earliest time “{duration}” is no ISO 8601 duration: taken as not stated.</source>
   <translation>Die früheste Zeit „{duration}“ ist keine ISO-8601-Dauer: gilt als nicht angegeben.</translation>
  </message>
  <message>
   <source>Its latest time “{duration}” is no ISO 8601 duration: taken as not stated.</source>
   <translation>Die späteste Zeit „{duration}“ ist keine ISO-8601-Dauer: gilt als nicht angegeben.</translation>
  </message>
  <message>
   <source>Its timing comes back to itself: {path}{more} are timed from one another.</source>
   <translation>Der Zeitbezug führt zu sich selbst zurück: {path}{more} hängen zeitlich aneinander.</translation>
  </message>
  <message>
   <source>Its timing names no reference to count from.</source>
   <translation>Der Zeitbezug nennt keine Referenz, von der aus zu zählen wäre.</translation>
  </message>
  <message>
   <source>Its timing refers to itself.</source>
   <translation>Der Zeitbezug verweist auf sich selbst.</translation>
  </message>
  <message>
   <source>Its timing's type is neither Before, After nor Fixed Reference.</source>
   <translation>Der Typ des Zeitbezugs ist weder Before noch After noch Fixed Reference.</translation>
  </message>
  <message>
   <source>Its timing's value is {said}.</source>
   <translation>Der Wert des Zeitbezugs ist {said}.</translation>
  </message>
  <message>
   <source>No timing says when this is.</source>
   <translation>Kein Zeitbezug sagt, wann dies ist.</translation>
  </message>
  <message>
   <source>When {owner} ends is not known: its start stands for it.</source>
   <translation>Wann {owner} endet, ist nicht bekannt: Der Beginn steht dafür.</translation>
  </message>
  <message>
   <source>nothing</source>
   <translation>nichts</translation>
  </message>
  <message>
   <source>“{value}”, which is no ISO 8601 duration</source>
   <translation>„{value}“, was keine ISO-8601-Dauer ist</translation>
  </message>
 </context>
 <context>
  <name>tour</name>
  <message>
   <source>Activities down, visits across, footnotes below. What you select here is selected in the graph.</source>
   <translation>Aktivitäten nach unten, Visiten nach rechts, Fußnoten darunter. Was Sie hier auswählen, ist auch im Graphen ausgewählt.</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Zurück</translation>
  </message>
  <message>
   <source>Ctrl+K and a few letters: a visit, a day, an activity, a study, or any action.</source>
   <translation>Strg+K und ein paar Buchstaben: eine Visite, ein Tag, eine Aktivität, eine Studie oder jede Aktion.</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Fertig</translation>
  </message>
  <message>
   <source>Each card is a visit, with its study day and window. Click one and everything else follows. Wheel to zoom, arrow keys to go along the path.</source>
   <translation>Jede Karte ist eine Visite, mit Studientag und Zeitfenster. Klicken Sie eine an, und alles andere folgt. Mit dem Rad zoomen, mit Pfeiltasten den Weg entlang.</translation>
  </message>
  <message>
   <source>End the tour (Esc). It is in the menu Help.</source>
   <translation>Rundgang beenden (Esc). Er steht im Menü Hilfe.</translation>
  </message>
  <message>
   <source>Everything about the selection</source>
   <translation>Alles zur Auswahl</translation>
  </message>
  <message>
   <source>Find or do anything</source>
   <translation>Alles finden und tun</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>Planned times and windows on a time axis, with overlaps and gaps.</source>
   <translation>Geplante Zeiten und Zeitfenster auf einer Zeitachse, mit Überlappungen und Lücken.</translation>
  </message>
  <message>
   <source>Skip</source>
   <translation>Beenden</translation>
  </message>
  <message>
   <source>The same schedule as a table</source>
   <translation>Derselbe Ablaufplan als Tabelle</translation>
  </message>
  <message>
   <source>The schedule as a graph</source>
   <translation>Der Ablaufplan als Graph</translation>
  </message>
  <message>
   <source>The sentence a person would say, the activities, the footnotes, and the file itself.</source>
   <translation>Der Satz, den ein Mensch sagen würde, die Aktivitäten, die Fußnoten und die Datei selbst.</translation>
  </message>
  <message>
   <source>Timelines, epochs, arms and activities. Choose one to see where it is used.</source>
   <translation>Zeitleisten, Epochen, Arme und Aktivitäten. Wählen Sie eine aus, um zu sehen, wo sie vorkommt.</translation>
  </message>
  <message>
   <source>When everything is</source>
   <translation>Wann alles ist</translation>
  </message>
  <message>
   <source>Where things are</source>
   <translation>Wo alles ist</translation>
  </message>
  <message>
   <source>{number} of {all}</source>
   <translation>{number} von {all}</translation>
  </message>
 </context>
 <context>
  <name>trouble</name>
  <message>
   <source>All of it is unchanged.</source>
   <translation>Alles davon ist unverändert.</translation>
  </message>
  <message>
   <source>Ask its owner for access, or copy it to where you may read it.</source>
   <translation>Bitten Sie den Eigentümer um Zugriff, oder kopieren Sie sie an einen lesbaren Ort.</translation>
  </message>
  <message>
   <source>Ask who runs the backend for a higher limit.</source>
   <translation>Fragen Sie den Betreiber des Backends nach einer höheren Grenze.</translation>
  </message>
  <message>
   <source>Ask who runs the backend for its limit.</source>
   <translation>Fragen Sie den Betreiber des Backends nach dessen Grenze.</translation>
  </message>
  <message>
   <source>Ask who runs the backend to look at its store.</source>
   <translation>Bitten Sie den Betreiber des Backends, dessen Speicher zu prüfen.</translation>
  </message>
  <message>
   <source>Ask who runs the backend to make room.</source>
   <translation>Bitten Sie den Betreiber des Backends, Platz zu schaffen.</translation>
  </message>
  <message>
   <source>Ask who runs the backend what was lost.</source>
   <translation>Fragen Sie den Betreiber des Backends, was verloren ging.</translation>
  </message>
  <message>
   <source>Ask who runs the backend, before you import anything again.</source>
   <translation>Fragen Sie den Betreiber des Backends, bevor Sie wieder etwas importieren.</translation>
  </message>
  <message>
   <source>Ask your IT for the authority's certificate as a PEM file.</source>
   <translation>Bitten Sie Ihre IT um das Zertifikat der Zertifizierungsstelle als PEM-Datei.</translation>
  </message>
  <message>
   <source>Ask your IT for the site's certificate authority and name its file in the settings.</source>
   <translation>Bitten Sie Ihre IT um die Zertifizierungsstelle des Prüfzentrums und geben Sie deren Datei in den Einstellungen an.</translation>
  </message>
  <message>
   <source>Ask your IT to allow the backend's address, or for the proxy that Maestro is to use.</source>
   <translation>Bitten Sie Ihre IT, die Adresse des Backends zuzulassen, oder um den Proxy, den Maestro verwenden soll.</translation>
  </message>
  <message>
   <source>Check that Maestro and its backend are of the same version.</source>
   <translation>Prüfen Sie, ob Maestro und sein Backend dieselbe Version haben.</translation>
  </message>
  <message>
   <source>Check that the disk or network drive is connected, then try again.</source>
   <translation>Prüfen Sie, ob der Datenträger oder das Netzlaufwerk verbunden ist, und versuchen Sie es erneut.</translation>
  </message>
  <message>
   <source>Check that this is a study; split what it holds if it is.</source>
   <translation>Prüfen Sie, ob dies eine Studie ist; wenn ja, teilen Sie ihren Inhalt auf.</translation>
  </message>
  <message>
   <source>Check the address in the settings, and that the backend is of the same version.</source>
   <translation>Prüfen Sie die Adresse in den Einstellungen, und ob das Backend dieselbe Version hat.</translation>
  </message>
  <message>
   <source>Check the disk and the data folder, then try again.</source>
   <translation>Prüfen Sie den Datenträger und den Datenordner, und versuchen Sie es erneut.</translation>
  </message>
  <message>
   <source>Check the name; the file may have been moved.</source>
   <translation>Prüfen Sie den Namen; die Datei wurde vielleicht verschoben.</translation>
  </message>
  <message>
   <source>Check the permissions of the data folder.</source>
   <translation>Prüfen Sie die Berechtigungen des Datenordners.</translation>
  </message>
  <message>
   <source>Check the permissions of the data folder; until then nothing is kept for offline.</source>
   <translation>Prüfen Sie die Berechtigungen des Datenordners; bis dahin wird nichts für offline aufbewahrt.</translation>
  </message>
  <message>
   <source>Choose a file in it.</source>
   <translation>Wählen Sie eine Datei darin.</translation>
  </message>
  <message>
   <source>Choose a file.</source>
   <translation>Wählen Sie eine Datei.</translation>
  </message>
  <message>
   <source>Choose a longer one.</source>
   <translation>Wählen Sie eine längere.</translation>
  </message>
  <message>
   <source>Choose another folder.</source>
   <translation>Wählen Sie einen anderen Ordner.</translation>
  </message>
  <message>
   <source>Choose another name or folder.</source>
   <translation>Wählen Sie einen anderen Namen oder Ordner.</translation>
  </message>
  <message>
   <source>Choose the name of a file.</source>
   <translation>Wählen Sie den Namen einer Datei.</translation>
  </message>
  <message>
   <source>Correct the file, then import it again.</source>
   <translation>Korrigieren Sie die Datei und importieren Sie sie erneut.</translation>
  </message>
  <message>
   <source>Enter a valid token in the settings, or ask who runs the backend for one.</source>
   <translation>Geben Sie in den Einstellungen ein gültiges Token ein, oder bitten Sie den Betreiber des Backends um eines.</translation>
  </message>
  <message>
   <source>Enter an address that begins with https://.</source>
   <translation>Geben Sie eine Adresse ein, die mit https:// beginnt.</translation>
  </message>
  <message>
   <source>Enter it as http://proxy.example.org:8080.</source>
   <translation>Geben Sie ihn ein wie http://proxy.example.org:8080.</translation>
  </message>
  <message>
   <source>Enter it as https://maestro.example.org, without a name or password in it.</source>
   <translation>Geben Sie sie ein wie https://maestro.example.org, ohne Namen oder Passwort darin.</translation>
  </message>
  <message>
   <source>Free some space and start Maestro again; until then nothing is kept.</source>
   <translation>Schaffen Sie Platz und starten Sie Maestro neu; bis dahin wird nichts aufbewahrt.</translation>
  </message>
  <message>
   <source>Free some space, then open the study again.</source>
   <translation>Schaffen Sie Platz und öffnen Sie die Studie erneut.</translation>
  </message>
  <message>
   <source>Free some space, then try again.</source>
   <translation>Schaffen Sie Platz und versuchen Sie es erneut.</translation>
  </message>
  <message>
   <source>Free space or choose a data folder that can be written, then start again.</source>
   <translation>Schaffen Sie Platz oder wählen Sie einen beschreibbaren Datenordner, und starten Sie erneut.</translation>
  </message>
  <message>
   <source>Install Maestro again if it stays so.</source>
   <translation>Installieren Sie Maestro neu, wenn es so bleibt.</translation>
  </message>
  <message>
   <source>It and the cache are unchanged.</source>
   <translation>Sie und der Offline-Speicher sind unverändert.</translation>
  </message>
  <message>
   <source>It is started again by itself.</source>
   <translation>Es wird von selbst neu gestartet.</translation>
  </message>
  <message>
   <source>It is started again by itself; its log is in the data folder.</source>
   <translation>Es wird von selbst neu gestartet; seine Protokolldatei liegt im Datenordner.</translation>
  </message>
  <message>
   <source>It is unchanged; studies are kept in memory, until Maestro closes.</source>
   <translation>Er ist unverändert; Studien bleiben im Arbeitsspeicher, bis Maestro geschlossen wird.</translation>
  </message>
  <message>
   <source>It was set aside as “{aside}”; the backend still has its studies.</source>
   <translation>Er wurde als „{aside}“ beiseitegelegt; das Backend hat seine Studien noch.</translation>
  </message>
  <message>
   <source>Its name is longer than this system allows: give it a shorter one.</source>
   <translation>Der Name ist länger, als dieses System erlaubt: Geben Sie einen kürzeren an.</translation>
  </message>
  <message>
   <source>Keys and access tokens are in the system keyring.</source>
   <translation>Schlüssel und Zugriffstoken liegen im Schlüsselbund des Systems.</translation>
  </message>
  <message>
   <source>Maestro is already open{holder} with the data folder “{folder}”.</source>
   <translation>Maestro ist bereits geöffnet{holder}, mit dem Datenordner „{folder}“.</translation>
  </message>
  <message>
   <source>Maestro tries again by itself; check the network and the address in the settings.</source>
   <translation>Maestro versucht es von selbst erneut; prüfen Sie das Netz und die Adresse in den Einstellungen.</translation>
  </message>
  <message>
   <source>Maestro tries again by itself; check the network if it stays so.</source>
   <translation>Maestro versucht es von selbst erneut; prüfen Sie das Netz, wenn es so bleibt.</translation>
  </message>
  <message>
   <source>Maestro tries again by itself; tell who runs the backend if it stays.</source>
   <translation>Maestro versucht es von selbst erneut; informieren Sie den Betreiber des Backends, wenn es so bleibt.</translation>
  </message>
  <message>
   <source>Nothing on the backend was changed.</source>
   <translation>Auf dem Backend wurde nichts geändert.</translation>
  </message>
  <message>
   <source>Nothing was changed.</source>
   <translation>Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>Nothing was sent.</source>
   <translation>Nichts wurde gesendet.</translation>
  </message>
  <message>
   <source>Nothing was sent; the file is unchanged.</source>
   <translation>Nichts wurde gesendet; die Datei ist unverändert.</translation>
  </message>
  <message>
   <source>Nothing was written, and your edits are kept.</source>
   <translation>Nichts wurde geschrieben, und Ihre Änderungen sind aufbewahrt.</translation>
  </message>
  <message>
   <source>Open a study while the backend can be reached, to keep it offline again.</source>
   <translation>Öffnen Sie eine Studie, während das Backend erreichbar ist, um sie wieder offline aufzubewahren.</translation>
  </message>
  <message>
   <source>Open it once while the backend can be reached, then compare again.</source>
   <translation>Öffnen Sie sie einmal, während das Backend erreichbar ist, und vergleichen Sie erneut.</translation>
  </message>
  <message>
   <source>Open the newest revision, then try again.</source>
   <translation>Öffnen Sie die neueste Revision und versuchen Sie es erneut.</translation>
  </message>
  <message>
   <source>Open the study again while the backend can be reached.</source>
   <translation>Öffnen Sie die Studie erneut, während das Backend erreichbar ist.</translation>
  </message>
  <message>
   <source>Refresh the list of studies.</source>
   <translation>Aktualisieren Sie die Liste der Studien.</translation>
  </message>
  <message>
   <source>Remove the entry to get a new key, or restore it.</source>
   <translation>Entfernen Sie den Eintrag, um einen neuen Schlüssel zu erhalten, oder stellen Sie ihn wieder her.</translation>
  </message>
  <message>
   <source>Restore it from a copy of the data folder, or move it away to set a new passphrase.</source>
   <translation>Stellen Sie sie aus einer Kopie des Datenordners wieder her, oder verschieben Sie sie, um eine neue Passphrase festzulegen.</translation>
  </message>
  <message>
   <source>Save it as UTF-8, then import it again.</source>
   <translation>Speichern Sie sie als UTF-8 und importieren Sie sie erneut.</translation>
  </message>
  <message>
   <source>Save it to a file to go on with it.</source>
   <translation>Speichern Sie sie in eine Datei, um damit fortzufahren.</translation>
  </message>
  <message>
   <source>Set the proxy with its sign-in in the system's settings, and choose the system's proxy here.</source>
   <translation>Richten Sie den Proxy mit Anmeldung in den Systemeinstellungen ein und wählen Sie hier den Proxy des Systems.</translation>
  </message>
  <message>
   <source>Something unexpected went wrong ({name}).</source>
   <translation>Etwas Unerwartetes ist schiefgegangen ({name}).</translation>
  </message>
  <message>
   <source>Start Maestro again.</source>
   <translation>Starten Sie Maestro neu.</translation>
  </message>
  <message>
   <source>Studies on the backend and in the cache are unchanged.</source>
   <translation>Studien auf dem Backend und im Offline-Speicher sind unverändert.</translation>
  </message>
  <message>
   <source>Studies that were opened before can still be read.</source>
   <translation>Bereits geöffnete Studien sind weiterhin lesbar.</translation>
  </message>
  <message>
   <source>That is not the name of a file.</source>
   <translation>Das ist kein Dateiname.</translation>
  </message>
  <message>
   <source>The backend cannot be reached ({why}).</source>
   <translation>Das Backend ist nicht erreichbar ({why}).</translation>
  </message>
  <message>
   <source>The backend cannot be reached.</source>
   <translation>Das Backend ist nicht erreichbar.</translation>
  </message>
  <message>
   <source>The backend did not answer within {seconds:g} seconds.</source>
   <translation>Das Backend hat nicht innerhalb von {seconds:g} Sekunden geantwortet.</translation>
  </message>
  <message>
   <source>The backend failed with an error of its own (HTTP {status}).</source>
   <translation>Das Backend hatte selbst einen Fehler (HTTP {status}).</translation>
  </message>
  <message>
   <source>The backend has another store than before: it was reset, or replaced.</source>
   <translation>Das Backend hat einen anderen Speicher als zuvor: Es wurde zurückgesetzt oder ersetzt.</translation>
  </message>
  <message>
   <source>The backend is not connected yet.</source>
   <translation>Das Backend ist noch nicht verbunden.</translation>
  </message>
  <message>
   <source>The backend now has revision {revision} of “{title}”, where it had {listed_revision} before: it was restored from an older copy.</source>
   <translation>Das Backend hat jetzt Revision {revision} von „{title}“, wo es zuvor {listed_revision} hatte: Es wurde aus einer älteren Kopie wiederhergestellt.</translation>
  </message>
  <message>
   <source>The backend on this computer could not be started ({strerror}).</source>
   <translation>Das Backend auf diesem Computer konnte nicht gestartet werden ({strerror}).</translation>
  </message>
  <message>
   <source>The backend on this computer could not be started.</source>
   <translation>Das Backend auf diesem Computer konnte nicht gestartet werden.</translation>
  </message>
  <message>
   <source>The backend on this computer ended before it was ready, or did not say that it is.</source>
   <translation>Das Backend auf diesem Computer endete, bevor es bereit war, oder meldete sich nicht bereit.</translation>
  </message>
  <message>
   <source>The backend on this computer ended unexpectedly (exit code {code}).</source>
   <translation>Das Backend auf diesem Computer endete unerwartet (Exit-Code {code}).</translation>
  </message>
  <message>
   <source>The backend on this computer was not ready within {patience:g} seconds.</source>
   <translation>Das Backend auf diesem Computer war nicht innerhalb von {patience:g} Sekunden bereit.</translation>
  </message>
  <message>
   <source>The backend refused the access token.</source>
   <translation>Das Backend hat das Zugriffstoken abgelehnt.</translation>
  </message>
  <message>
   <source>The backend's address is not encrypted, and it is not on this computer.</source>
   <translation>Die Adresse des Backends ist nicht verschlüsselt, und es ist nicht auf diesem Computer.</translation>
  </message>
  <message>
   <source>The backend's address is not one that can be used.</source>
   <translation>Die Adresse des Backends ist nicht verwendbar.</translation>
  </message>
  <message>
   <source>The backend's answer broke off or was not HTTP.</source>
   <translation>Die Antwort des Backends brach ab oder war kein HTTP.</translation>
  </message>
  <message>
   <source>The backend's answer does not name every edit.</source>
   <translation>Die Antwort des Backends nennt nicht jede Änderung.</translation>
  </message>
  <message>
   <source>The backend's answer has a content hash that is none.</source>
   <translation>Die Antwort des Backends hat einen Inhalts-Hash, der keiner ist.</translation>
  </message>
  <message>
   <source>The backend's answer has a date that is none.</source>
   <translation>Die Antwort des Backends hat ein Datum, das keines ist.</translation>
  </message>
  <message>
   <source>The backend's answer has a place that is none.</source>
   <translation>Die Antwort des Backends hat einen Platz, der keiner ist.</translation>
  </message>
  <message>
   <source>The backend's answer has no list “{name}”.</source>
   <translation>Die Antwort des Backends hat keine Liste „{name}“.</translation>
  </message>
  <message>
   <source>The backend's answer has no number “{name}”.</source>
   <translation>Die Antwort des Backends hat keine Zahl „{name}“.</translation>
  </message>
  <message>
   <source>The backend's answer has no text “{name}”.</source>
   <translation>Die Antwort des Backends hat keinen Text „{name}“.</translation>
  </message>
  <message>
   <source>The backend's answer has no “{name}”.</source>
   <translation>Die Antwort des Backends hat kein „{name}“.</translation>
  </message>
  <message>
   <source>The backend's answer has status {status}, so there may be no Maestro backend at this address.</source>
   <translation>Die Antwort des Backends hat den Status {status}; vielleicht ist unter dieser Adresse kein Maestro-Backend.</translation>
  </message>
  <message>
   <source>The backend's answer holds a study of more than {megabytes} MB.</source>
   <translation>Die Antwort des Backends enthält eine Studie von mehr als {megabytes} MB.</translation>
  </message>
  <message>
   <source>The backend's answer holds a study that does not match its hash.</source>
   <translation>Die Antwort des Backends enthält eine Studie, die nicht zu ihrem Hash passt.</translation>
  </message>
  <message>
   <source>The backend's answer holds another piece than was asked for.</source>
   <translation>Die Antwort des Backends enthält ein anderes Stück als das angeforderte.</translation>
  </message>
  <message>
   <source>The backend's answer holds errors that are none.</source>
   <translation>Die Antwort des Backends enthält Fehler, die keine sind.</translation>
  </message>
  <message>
   <source>The backend's answer holds more than the size it states.</source>
   <translation>Die Antwort des Backends enthält mehr als die angegebene Größe.</translation>
  </message>
  <message>
   <source>The backend's answer holds text that is not Unicode.</source>
   <translation>Die Antwort des Backends enthält Text, der kein Unicode ist.</translation>
  </message>
  <message>
   <source>The backend's answer is larger than {megabytes} MB.</source>
   <translation>Die Antwort des Backends ist größer als {megabytes} MB.</translation>
  </message>
  <message>
   <source>The backend's answer is not JSON.</source>
   <translation>Die Antwort des Backends ist kein JSON.</translation>
  </message>
  <message>
   <source>The backend's answer is not a GraphQL answer.</source>
   <translation>Die Antwort des Backends ist keine GraphQL-Antwort.</translation>
  </message>
  <message>
   <source>The backend's answer leaves out revisions.</source>
   <translation>In der Antwort des Backends fehlen Revisionen.</translation>
  </message>
  <message>
   <source>The backend's answer lists its studies without an end.</source>
   <translation>Die Antwort des Backends listet seine Studien ohne Ende auf.</translation>
  </message>
  <message>
   <source>The backend's answer mixes two revisions of a study.</source>
   <translation>Die Antwort des Backends mischt zwei Revisionen einer Studie.</translation>
  </message>
  <message>
   <source>The backend's answer says that it did not understand the question.</source>
   <translation>Die Antwort des Backends sagt, dass es die Frage nicht verstanden hat.</translation>
  </message>
  <message>
   <source>The backend's answer to edits is of no known kind.</source>
   <translation>Die Antwort des Backends auf Änderungen ist von unbekannter Art.</translation>
  </message>
  <message>
   <source>The backend's certificate is not trusted by this computer, so nothing was sent.</source>
   <translation>Dem Zertifikat des Backends wird auf diesem Computer nicht vertraut, daher wurde nichts gesendet.</translation>
  </message>
  <message>
   <source>The cache is unchanged.</source>
   <translation>Der Offline-Speicher ist unverändert.</translation>
  </message>
  <message>
   <source>The damaged file was set aside, and the backend still has its studies.</source>
   <translation>Die beschädigte Datei wurde beiseitegelegt, und das Backend hat seine Studien noch.</translation>
  </message>
  <message>
   <source>The disk is full: the study could not be kept for reading offline.</source>
   <translation>Der Datenträger ist voll: Die Studie konnte nicht zum Offline-Lesen aufbewahrt werden.</translation>
  </message>
  <message>
   <source>The disk is full: what is kept on this computer cannot be opened.</source>
   <translation>Der Datenträger ist voll: Was auf diesem Computer aufbewahrt wird, lässt sich nicht öffnen.</translation>
  </message>
  <message>
   <source>The disk is full: {name} could not be written.</source>
   <translation>Der Datenträger ist voll: {name} konnte nicht geschrieben werden.</translation>
  </message>
  <message>
   <source>The entry “{name}” of {SERVICE} in the system keyring is no key.</source>
   <translation>Der Eintrag „{name}“ von {SERVICE} im Schlüsselbund des Systems ist kein Schlüssel.</translation>
  </message>
  <message>
   <source>The file is not UTF-8 text, so it is not a USDM study.</source>
   <translation>Die Datei ist kein UTF-8-Text und damit keine USDM-Studie.</translation>
  </message>
  <message>
   <source>The file is unchanged.</source>
   <translation>Die Datei ist unverändert.</translation>
  </message>
  <message>
   <source>The folder {folder} does not exist.</source>
   <translation>Den Ordner {folder} gibt es nicht.</translation>
  </message>
  <message>
   <source>The folder {folder} is read-only: {name} could not be written.</source>
   <translation>Der Ordner {folder} ist schreibgeschützt: {name} konnte nicht geschrieben werden.</translation>
  </message>
  <message>
   <source>The library has not been started.</source>
   <translation>Die Bibliothek wurde nicht gestartet.</translation>
  </message>
  <message>
   <source>The offline cache could not be opened ({error}).</source>
   <translation>Der Offline-Speicher konnte nicht geöffnet werden ({error}).</translation>
  </message>
  <message>
   <source>The offline cache could not be used ({error}).</source>
   <translation>Der Offline-Speicher konnte nicht verwendet werden ({error}).</translation>
  </message>
  <message>
   <source>The offline cache could not be written ({error}).</source>
   <translation>Der Offline-Speicher konnte nicht geschrieben werden ({error}).</translation>
  </message>
  <message>
   <source>The offline cache is damaged, or was encrypted with a key that is gone.</source>
   <translation>Der Offline-Speicher ist beschädigt, oder sein Schlüssel ist verloren.</translation>
  </message>
  <message>
   <source>The offline cache was written by a newer Maestro.</source>
   <translation>Der Offline-Speicher wurde von einem neueren Maestro geschrieben.</translation>
  </message>
  <message>
   <source>The passphrase is not the one that was set.</source>
   <translation>Die Passphrase ist nicht die festgelegte.</translation>
  </message>
  <message>
   <source>The passphrase is shorter than {SHORTEST} characters.</source>
   <translation>Die Passphrase ist kürzer als {SHORTEST} Zeichen.</translation>
  </message>
  <message>
   <source>The proxy on the way to the backend refused the connection.</source>
   <translation>Der Proxy auf dem Weg zum Backend hat die Verbindung abgelehnt.</translation>
  </message>
  <message>
   <source>The proxy's address holds a name or a password, which would stand in a file for others to read.</source>
   <translation>Die Adresse des Proxys enthält einen Namen oder ein Passwort, das in einer für andere lesbaren Datei stünde.</translation>
  </message>
  <message>
   <source>The proxy's address is not one that can be used.</source>
   <translation>Die Adresse des Proxys ist nicht verwendbar.</translation>
  </message>
  <message>
   <source>The studies kept before are unchanged.</source>
   <translation>Die zuvor aufbewahrten Studien sind unverändert.</translation>
  </message>
  <message>
   <source>The study has {bytes} bytes; the backend takes {most}.</source>
   <translation>Die Studie hat {bytes} Bytes; das Backend nimmt {most}.</translation>
  </message>
  <message>
   <source>The study is larger than the backend takes.</source>
   <translation>Die Studie ist größer, als das Backend annimmt.</translation>
  </message>
  <message>
   <source>The study is not on the backend any more.</source>
   <translation>Die Studie ist nicht mehr auf dem Backend.</translation>
  </message>
  <message>
   <source>The system keyring is locked: studies and access tokens are kept in memory, until Maestro closes.</source>
   <translation>Der Schlüsselbund des Systems ist gesperrt: Studien und Zugriffstoken bleiben im Arbeitsspeicher, bis Maestro geschlossen wird.</translation>
  </message>
  <message>
   <source>The system keyring is locked: the cache opens with your passphrase, access tokens last until Maestro closes.</source>
   <translation>Der Schlüsselbund des Systems ist gesperrt: Der Offline-Speicher öffnet sich mit Ihrer Passphrase, Zugriffstoken gelten, bis Maestro geschlossen wird.</translation>
  </message>
  <message>
   <source>There is no file “{path}”.</source>
   <translation>Es gibt keine Datei „{path}“.</translation>
  </message>
  <message>
   <source>There is no permission to read “{path}”.</source>
   <translation>Es fehlt die Berechtigung, „{path}“ zu lesen.</translation>
  </message>
  <message>
   <source>There is no permission to write {name}.</source>
   <translation>Es fehlt die Berechtigung, {name} zu schreiben.</translation>
  </message>
  <message>
   <source>There is no system keyring: studies and access tokens are kept in memory, until Maestro closes.</source>
   <translation>Es gibt keinen Schlüsselbund des Systems: Studien und Zugriffstoken bleiben im Arbeitsspeicher, bis Maestro geschlossen wird.</translation>
  </message>
  <message>
   <source>There is no system keyring: the cache opens with your passphrase, access tokens last until Maestro closes.</source>
   <translation>Es gibt keinen Schlüsselbund des Systems: Der Offline-Speicher öffnet sich mit Ihrer Passphrase, Zugriffstoken gelten, bis Maestro geschlossen wird.</translation>
  </message>
  <message>
   <source>This</source>
   <translation>dieser Vorgang</translation>
  </message>
  <message>
   <source>This study is not kept on this computer.</source>
   <translation>Diese Studie wird auf diesem Computer nicht aufbewahrt.</translation>
  </message>
  <message>
   <source>Try again once the status bar says online.</source>
   <translation>Versuchen Sie es erneut, sobald die Statusleiste „online“ zeigt.</translation>
  </message>
  <message>
   <source>Try again, or choose another folder.</source>
   <translation>Versuchen Sie es erneut, oder wählen Sie einen anderen Ordner.</translation>
  </message>
  <message>
   <source>Try again; if it stays, tell who runs the backend.</source>
   <translation>Versuchen Sie es erneut; informieren Sie den Betreiber des Backends, wenn es so bleibt.</translation>
  </message>
  <message>
   <source>Try again; tell who maintains Maestro if it stays so.</source>
   <translation>Versuchen Sie es erneut; informieren Sie die Betreuung von Maestro, wenn es so bleibt.</translation>
  </message>
  <message>
   <source>Try again; without it the studies can be fetched anew from the backend.</source>
   <translation>Versuchen Sie es erneut; ohne ihn können die Studien neu vom Backend geholt werden.</translation>
  </message>
  <message>
   <source>Use the window that is open, or start this one with another data folder.</source>
   <translation>Verwenden Sie das offene Fenster, oder starten Sie dieses mit einem anderen Datenordner.</translation>
  </message>
  <message>
   <source>What it held is unchanged.</source>
   <translation>Was er enthielt, ist unverändert.</translation>
  </message>
  <message>
   <source>What it held when it was last opened is shown.</source>
   <translation>Gezeigt wird ihr Inhalt vom letzten Öffnen.</translation>
  </message>
  <message>
   <source>What was kept offline is still here, marked as not on the backend.</source>
   <translation>Offline Aufbewahrtes ist noch hier, gekennzeichnet als nicht auf dem Backend.</translation>
  </message>
  <message>
   <source>What was there before is unchanged.</source>
   <translation>Was vorher da war, ist unverändert.</translation>
  </message>
  <message>
   <source>connection refused</source>
   <translation>Verbindung abgelehnt</translation>
  </message>
  <message>
   <source>no connection in time</source>
   <translation>keine Verbindung in der Zeit</translation>
  </message>
  <message>
   <source>no websocket</source>
   <translation>kein WebSocket</translation>
  </message>
  <message>
   <source>the backend ended the subscription</source>
   <translation>das Backend hat das Abonnement beendet</translation>
  </message>
  <message>
   <source>the connection was closed</source>
   <translation>die Verbindung wurde geschlossen</translation>
  </message>
  <message>
   <source>the subscription was cut off</source>
   <translation>das Abonnement wurde unterbrochen</translation>
  </message>
  <message>
   <source>{happened} It could not be set aside ({strerror}).</source>
   <translation>{happened} Er konnte nicht beiseitegelegt werden ({strerror}).</translation>
  </message>
  <message>
   <source>{name} could not be written ({value}).</source>
   <translation>{name} konnte nicht geschrieben werden ({value}).</translation>
  </message>
  <message>
   <source>{name} is a folder.</source>
   <translation>{name} ist ein Ordner.</translation>
  </message>
  <message>
   <source>{work} was cancelled.</source>
   <translation>Abgebrochen: {work}.</translation>
  </message>
  <message>
   <source>“{file}” was changed by another program.</source>
   <translation>„{file}“ wurde von einem anderen Programm geändert.</translation>
  </message>
  <message>
   <source>“{path}” could not be read ({value}).</source>
   <translation>„{path}“ konnte nicht gelesen werden ({value}).</translation>
  </message>
  <message>
   <source>“{path}” in the data folder is damaged, so the passphrase cannot be checked.</source>
   <translation>„{path}“ im Datenordner ist beschädigt, die Passphrase kann daher nicht geprüft werden.</translation>
  </message>
  <message>
   <source>“{path}” is a folder, not a file.</source>
   <translation>„{path}“ ist ein Ordner, keine Datei.</translation>
  </message>
  <message>
   <source>“{path}” is larger than {megabytes} MB.</source>
   <translation>„{path}“ ist größer als {megabytes} MB.</translation>
  </message>
  <message>
   <source>“{path}” is no ordinary file.</source>
   <translation>„{path}“ ist keine gewöhnliche Datei.</translation>
  </message>
  <message>
   <source>“{site_ca}” holds no certificate authority that can be used.</source>
   <translation>„{site_ca}“ enthält keine verwendbare Zertifizierungsstelle.</translation>
  </message>
 </context>
 <context>
  <name>usdm</name>
  <message>
   <source>Abbreviated text</source>
   <translation>Kurzform</translation>
  </message>
  <message>
   <source>Abbreviation</source>
   <translation>Abkürzung</translation>
  </message>
  <message>
   <source>Abbreviations</source>
   <translation>Abkürzungen</translation>
  </message>
  <message>
   <source>Activities</source>
   <translation>Aktivitäten</translation>
  </message>
  <message>
   <source>Activities in this group</source>
   <translation>Aktivitäten in dieser Gruppe</translation>
  </message>
  <message>
   <source>Activity</source>
   <translation>Aktivität</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>Adresse</translation>
  </message>
  <message>
   <source>Administrable product</source>
   <translation>Anwendbares Produkt</translation>
  </message>
  <message>
   <source>Administrable products</source>
   <translation>Anwendbare Produkte</translation>
  </message>
  <message>
   <source>Administration</source>
   <translation>Anwendung</translation>
  </message>
  <message>
   <source>Administration duration</source>
   <translation>Anwendungs­dauer</translation>
  </message>
  <message>
   <source>Administrations</source>
   <translation>Anwendungen</translation>
  </message>
  <message>
   <source>Agent administration</source>
   <translation>Wirkstoffgabe</translation>
  </message>
  <message>
   <source>Alias code</source>
   <translation>Alias-Code</translation>
  </message>
  <message>
   <source>Amendments</source>
   <translation>Amendments</translation>
  </message>
  <message>
   <source>Analysis population</source>
   <translation>Analyse­population</translation>
  </message>
  <message>
   <source>Analysis populations</source>
   <translation>Analyse­populationen</translation>
  </message>
  <message>
   <source>Applies to</source>
   <translation>Gilt für</translation>
  </message>
  <message>
   <source>Arm</source>
   <translation>Arm</translation>
  </message>
  <message>
   <source>Arms</source>
   <translation>Arme</translation>
  </message>
  <message>
   <source>Assigned persons</source>
   <translation>Zugewiesene Personen</translation>
  </message>
  <message>
   <source>Biomedical concept</source>
   <translation>Bio­medizinisches Konzept</translation>
  </message>
  <message>
   <source>Biomedical concept property</source>
   <translation>Eigenschaft eines bio­medizinischen Konzepts</translation>
  </message>
  <message>
   <source>Biomedical concept surrogate</source>
   <translation>Ersatz für ein biomedizinisches Konzept</translation>
  </message>
  <message>
   <source>Biomedical concepts</source>
   <translation>Bio­medizinische Konzepte</translation>
  </message>
  <message>
   <source>Biospecimen retentions</source>
   <translation>Aufbewahrung von Bioproben</translation>
  </message>
  <message>
   <source>Blinding schema</source>
   <translation>Verblindungs­schema</translation>
  </message>
  <message>
   <source>Business therapeutic areas</source>
   <translation>Geschäft­liche Therapie­gebiete</translation>
  </message>
  <message>
   <source>Category</source>
   <translation>Kategorie</translation>
  </message>
  <message>
   <source>Changed sections</source>
   <translation>Geänderte Abschnitte</translation>
  </message>
  <message>
   <source>Changes</source>
   <translation>Änderungen</translation>
  </message>
  <message>
   <source>Characteristic</source>
   <translation>Merkmal</translation>
  </message>
  <message>
   <source>Characteristics</source>
   <translation>Merkmale</translation>
  </message>
  <message>
   <source>City</source>
   <translation>Stadt</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>Code</translation>
  </message>
  <message>
   <source>Code system</source>
   <translation>Codesystem</translation>
  </message>
  <message>
   <source>Code system version</source>
   <translation>Version des Codesystems</translation>
  </message>
  <message>
   <source>Codes</source>
   <translation>Codes</translation>
  </message>
  <message>
   <source>Cohorts</source>
   <translation>Kohorten</translation>
  </message>
  <message>
   <source>Comment annotation</source>
   <translation>Anmerkung</translation>
  </message>
  <message>
   <source>Concept categories</source>
   <translation>Konzept­kategorien</translation>
  </message>
  <message>
   <source>Concept surrogates</source>
   <translation>Konzept-Ersatz</translation>
  </message>
  <message>
   <source>Condition</source>
   <translation>Bedingung</translation>
  </message>
  <message>
   <source>Condition assignment</source>
   <translation>Bedingungs­zuordnung</translation>
  </message>
  <message>
   <source>Condition assignments</source>
   <translation>Bedingungs­zuordnungen</translation>
  </message>
  <message>
   <source>Conditions</source>
   <translation>Bedingungen</translation>
  </message>
  <message>
   <source>Contact</source>
   <translation>Kontakt</translation>
  </message>
  <message>
   <source>Content item</source>
   <translation>Inhalts­element</translation>
  </message>
  <message>
   <source>Contents</source>
   <translation>Inhalte</translation>
  </message>
  <message>
   <source>Context</source>
   <translation>Kontext</translation>
  </message>
  <message>
   <source>Country</source>
   <translation>Land</translation>
  </message>
  <message>
   <source>Counts from</source>
   <translation>Zählt ab</translation>
  </message>
  <message>
   <source>Criteria</source>
   <translation>Kriterien</translation>
  </message>
  <message>
   <source>Criterion item</source>
   <translation>Kriteriums­element</translation>
  </message>
  <message>
   <source>Data origin</source>
   <translation>Daten­herkunft</translation>
  </message>
  <message>
   <source>Data origin, described</source>
   <translation>Daten­herkunft, beschrieben</translation>
  </message>
  <message>
   <source>Datatype</source>
   <translation>Datentyp</translation>
  </message>
  <message>
   <source>Date value</source>
   <translation>Datumswert</translation>
  </message>
  <message>
   <source>Date values</source>
   <translation>Datumswerte</translation>
  </message>
  <message>
   <source>Decode</source>
   <translation>Klartext</translation>
  </message>
  <message>
   <source>Description</source>
   <translation>Beschreibung</translation>
  </message>
  <message>
   <source>Dictionaries</source>
   <translation>Wörterbücher</translation>
  </message>
  <message>
   <source>Dictionary</source>
   <translation>Wörterbuch</translation>
  </message>
  <message>
   <source>Display section number</source>
   <translation>Abschnitts­nummer anzeigen</translation>
  </message>
  <message>
   <source>Display section title</source>
   <translation>Abschnitts­titel anzeigen</translation>
  </message>
  <message>
   <source>District</source>
   <translation>Bezirk</translation>
  </message>
  <message>
   <source>Document content reference</source>
   <translation>Verweis auf Dokumentinhalt</translation>
  </message>
  <message>
   <source>Document version</source>
   <translation>Dokument­version</translation>
  </message>
  <message>
   <source>Document versions</source>
   <translation>Dokument­versionen</translation>
  </message>
  <message>
   <source>Documented by</source>
   <translation>Dokumentiert durch</translation>
  </message>
  <message>
   <source>Dose</source>
   <translation>Dosis</translation>
  </message>
  <message>
   <source>Duration</source>
   <translation>Dauer</translation>
  </message>
  <message>
   <source>Duration will vary</source>
   <translation>Dauer variiert</translation>
  </message>
  <message>
   <source>Elements</source>
   <translation>Elemente</translation>
  </message>
  <message>
   <source>Eligibility criteria</source>
   <translation>Ein- und Ausschluss­kriterien</translation>
  </message>
  <message>
   <source>Eligibility criterion</source>
   <translation>Ein- oder Ausschlusskriterium</translation>
  </message>
  <message>
   <source>Eligibility criterion item</source>
   <translation>Kriteriumstext</translation>
  </message>
  <message>
   <source>Eligibility criterion items</source>
   <translation>Kriteriums­texte</translation>
  </message>
  <message>
   <source>Encounter</source>
   <translation>Encounter</translation>
  </message>
  <message>
   <source>Encounters</source>
   <translation>Encounter</translation>
  </message>
  <message>
   <source>Endpoint</source>
   <translation>Endpunkt</translation>
  </message>
  <message>
   <source>Endpoints</source>
   <translation>Endpunkte</translation>
  </message>
  <message>
   <source>Ends when</source>
   <translation>Endet, wenn</translation>
  </message>
  <message>
   <source>Enrollments</source>
   <translation>Einschlüsse</translation>
  </message>
  <message>
   <source>Entity of unknown class</source>
   <translation>Eintrag unbekannter Klasse</translation>
  </message>
  <message>
   <source>Epoch</source>
   <translation>Epoche</translation>
  </message>
  <message>
   <source>Epochs</source>
   <translation>Epochen</translation>
  </message>
  <message>
   <source>Estimand</source>
   <translation>Estimand</translation>
  </message>
  <message>
   <source>Estimands</source>
   <translation>Estimands</translation>
  </message>
  <message>
   <source>Exits</source>
   <translation>Ausgänge</translation>
  </message>
  <message>
   <source>Expanded text</source>
   <translation>Langform</translation>
  </message>
  <message>
   <source>Extensions</source>
   <translation>Erweiterungen</translation>
  </message>
  <message>
   <source>For geographic scope</source>
   <translation>Für geografischen Bereich</translation>
  </message>
  <message>
   <source>For study cohort</source>
   <translation>Für Studienkohorte</translation>
  </message>
  <message>
   <source>For study site</source>
   <translation>Für Prüfzentrum</translation>
  </message>
  <message>
   <source>Frequency</source>
   <translation>Häufigkeit</translation>
  </message>
  <message>
   <source>Geographic scope</source>
   <translation>Geografischer Bereich</translation>
  </message>
  <message>
   <source>Geographic scopes</source>
   <translation>Geografische Bereiche</translation>
  </message>
  <message>
   <source>Goes on to</source>
   <translation>Geht weiter zu</translation>
  </message>
  <message>
   <source>Governance date</source>
   <translation>Governance-Datum</translation>
  </message>
  <message>
   <source>Holds in</source>
   <translation>Gilt an</translation>
  </message>
  <message>
   <source>Identifier</source>
   <translation>Kennung</translation>
  </message>
  <message>
   <source>Identifier scheme</source>
   <translation>Kennungs­schema</translation>
  </message>
  <message>
   <source>Impacts</source>
   <translation>Auswirkungen</translation>
  </message>
  <message>
   <source>Includes healthy subjects</source>
   <translation>Schließt gesunde Personen ein</translation>
  </message>
  <message>
   <source>Indication</source>
   <translation>Indikation</translation>
  </message>
  <message>
   <source>Indications</source>
   <translation>Indikationen</translation>
  </message>
  <message>
   <source>Intent types</source>
   <translation>Zweckarten</translation>
  </message>
  <message>
   <source>Intercurrent event</source>
   <translation>Interkurrentes Ereignis</translation>
  </message>
  <message>
   <source>Intercurrent events</source>
   <translation>Interkurrente Ereignisse</translation>
  </message>
  <message>
   <source>Intervention model</source>
   <translation>Interventions­modell</translation>
  </message>
  <message>
   <source>Interventional study design</source>
   <translation>Interventionelles Studiendesign</translation>
  </message>
  <message>
   <source>Interventions</source>
   <translation>Interventionen</translation>
  </message>
  <message>
   <source>Is approximate</source>
   <translation>Ungefähr</translation>
  </message>
  <message>
   <source>Is enabled</source>
   <translation>Aktiviert</translation>
  </message>
  <message>
   <source>Is masked</source>
   <translation>Verblindet</translation>
  </message>
  <message>
   <source>Is rare disease</source>
   <translation>Seltene Erkrankung</translation>
  </message>
  <message>
   <source>Is required</source>
   <translation>Erforderlich</translation>
  </message>
  <message>
   <source>Is substantial</source>
   <translation>Substanziell</translation>
  </message>
  <message>
   <source>Label</source>
   <translation>Bezeichnung</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Sprache</translation>
  </message>
  <message>
   <source>Leads to</source>
   <translation>Führt zu</translation>
  </message>
  <message>
   <source>Leaves by</source>
   <translation>Geht durch</translation>
  </message>
  <message>
   <source>Legal address</source>
   <translation>Geschäfts­adresse</translation>
  </message>
  <message>
   <source>Level</source>
   <translation>Ebene</translation>
  </message>
  <message>
   <source>Line</source>
   <translation>Zeile</translation>
  </message>
  <message>
   <source>Lines</source>
   <translation>Zeilen</translation>
  </message>
  <message>
   <source>Main timeline</source>
   <translation>Hauptzeitleiste</translation>
  </message>
  <message>
   <source>Managed sites</source>
   <translation>Geführte Prüfzentren</translation>
  </message>
  <message>
   <source>Masking</source>
   <translation>Verblindung</translation>
  </message>
  <message>
   <source>Masking roles</source>
   <translation>Verblindete Rollen</translation>
  </message>
  <message>
   <source>Max value</source>
   <translation>Höchstwert</translation>
  </message>
  <message>
   <source>Medical device</source>
   <translation>Medizinprodukt</translation>
  </message>
  <message>
   <source>Medical devices</source>
   <translation>Medizinprodukte</translation>
  </message>
  <message>
   <source>Min value</source>
   <translation>Mindestwert</translation>
  </message>
  <message>
   <source>Minimum response duration</source>
   <translation>Mindest­dauer des Ansprechens</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>Modell</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Narrative content</source>
   <translation>Protokollinhalt</translation>
  </message>
  <message>
   <source>Narrative content item</source>
   <translation>Element des Protokollinhalts</translation>
  </message>
  <message>
   <source>Narrative content items</source>
   <translation>Elemente des Protokollinhalts</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>Nächstes</translation>
  </message>
  <message>
   <source>Notes</source>
   <translation>Notizen</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>Objective</source>
   <translation>Ziel</translation>
  </message>
  <message>
   <source>Objectives</source>
   <translation>Ziele</translation>
  </message>
  <message>
   <source>Observational study design</source>
   <translation>Beobachtungsstudiendesign</translation>
  </message>
  <message>
   <source>Organization</source>
   <translation>Organisation</translation>
  </message>
  <message>
   <source>Organization type</source>
   <translation>Art der Organisation</translation>
  </message>
  <message>
   <source>Organizations</source>
   <translation>Organisationen</translation>
  </message>
  <message>
   <source>Other reason</source>
   <translation>Anderer Grund</translation>
  </message>
  <message>
   <source>Parameter map</source>
   <translation>Parameter­zuordnung</translation>
  </message>
  <message>
   <source>Parameter maps</source>
   <translation>Parameter­zuordnungen</translation>
  </message>
  <message>
   <source>Pharmacologic class</source>
   <translation>Pharma­kologische Klasse</translation>
  </message>
  <message>
   <source>Planned age</source>
   <translation>Geplantes Alter</translation>
  </message>
  <message>
   <source>Planned completion number</source>
   <translation>Geplante Zahl abge­schlossener Teilnahmen</translation>
  </message>
  <message>
   <source>Planned duration</source>
   <translation>Geplante Dauer</translation>
  </message>
  <message>
   <source>Planned enrollment number</source>
   <translation>Geplante Zahl einge­schlossener Teilnehmer</translation>
  </message>
  <message>
   <source>Planned sex</source>
   <translation>Geplantes Geschlecht</translation>
  </message>
  <message>
   <source>Population</source>
   <translation>Population</translation>
  </message>
  <message>
   <source>Population summary</source>
   <translation>Zusammen­fassung der Population</translation>
  </message>
  <message>
   <source>Populations</source>
   <translation>Populationen</translation>
  </message>
  <message>
   <source>Postal code</source>
   <translation>Post­leitzahl</translation>
  </message>
  <message>
   <source>Previous</source>
   <translation>Voriges</translation>
  </message>
  <message>
   <source>Primary reason</source>
   <translation>Hauptgrund</translation>
  </message>
  <message>
   <source>Procedure</source>
   <translation>Verfahren</translation>
  </message>
  <message>
   <source>Procedure type</source>
   <translation>Art des Verfahrens</translation>
  </message>
  <message>
   <source>Procedures</source>
   <translation>Verfahren</translation>
  </message>
  <message>
   <source>Product designation</source>
   <translation>Produkt­bestimmung</translation>
  </message>
  <message>
   <source>Product organization roles</source>
   <translation>Rollen der Produkt­organisationen</translation>
  </message>
  <message>
   <source>Properties</source>
   <translation>Eigenschaften</translation>
  </message>
  <message>
   <source>Protocol status</source>
   <translation>Protokollstatus</translation>
  </message>
  <message>
   <source>Protocol version</source>
   <translation>Protokoll­version</translation>
  </message>
  <message>
   <source>Purpose</source>
   <translation>Zweck</translation>
  </message>
  <message>
   <source>Quantity</source>
   <translation>Menge</translation>
  </message>
  <message>
   <source>Range</source>
   <translation>Bereich</translation>
  </message>
  <message>
   <source>Rationale</source>
   <translation>Begründung</translation>
  </message>
  <message>
   <source>Reason duration will vary</source>
   <translation>Grund der variierenden Dauer</translation>
  </message>
  <message>
   <source>Reference</source>
   <translation>Referenz</translation>
  </message>
  <message>
   <source>Reference identifier</source>
   <translation>Referenz­kennung</translation>
  </message>
  <message>
   <source>Reference identifiers</source>
   <translation>Referenz­kennungen</translation>
  </message>
  <message>
   <source>Response code</source>
   <translation>Antwortcode</translation>
  </message>
  <message>
   <source>Response codes</source>
   <translation>Antwort­codes</translation>
  </message>
  <message>
   <source>Role</source>
   <translation>Rolle</translation>
  </message>
  <message>
   <source>Roles</source>
   <translation>Rollen</translation>
  </message>
  <message>
   <source>Route</source>
   <translation>Applikations­weg</translation>
  </message>
  <message>
   <source>Sampling method</source>
   <translation>Stichproben­verfahren</translation>
  </message>
  <message>
   <source>Schedule timeline</source>
   <translation>Zeitleiste des Ablauf­plans</translation>
  </message>
  <message>
   <source>Schedule timeline exit</source>
   <translation>Ausgang der Zeitleiste</translation>
  </message>
  <message>
   <source>Schedule timelines</source>
   <translation>Zeitleisten des Ablauf­plans</translation>
  </message>
  <message>
   <source>Scheduled activity instance</source>
   <translation>Geplante Aktivitäts­instanz</translation>
  </message>
  <message>
   <source>Scheduled at</source>
   <translation>Geplant zu</translation>
  </message>
  <message>
   <source>Scheduled decision instance</source>
   <translation>Geplante Entscheidungs­instanz</translation>
  </message>
  <message>
   <source>Scheduled instances</source>
   <translation>Geplante Instanzen</translation>
  </message>
  <message>
   <source>Scope</source>
   <translation>Geltungs­bereich</translation>
  </message>
  <message>
   <source>Secondary reasons</source>
   <translation>Weitere Gründe</translation>
  </message>
  <message>
   <source>Section number</source>
   <translation>Abschnitts­nummer</translation>
  </message>
  <message>
   <source>Section title</source>
   <translation>Abschnitts­titel</translation>
  </message>
  <message>
   <source>Setting</source>
   <translation>Umgebung</translation>
  </message>
  <message>
   <source>Standard code</source>
   <translation>Standardcode</translation>
  </message>
  <message>
   <source>Standard code aliases</source>
   <translation>Aliasse des Standard­codes</translation>
  </message>
  <message>
   <source>Starts when</source>
   <translation>Beginnt, wenn</translation>
  </message>
  <message>
   <source>Starts with</source>
   <translation>Beginnt mit</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Bundesland</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>Strategy</source>
   <translation>Strategie</translation>
  </message>
  <message>
   <source>Study</source>
   <translation>Studie</translation>
  </message>
  <message>
   <source>Study amendment</source>
   <translation>Studien-Amendment</translation>
  </message>
  <message>
   <source>Study amendment impact</source>
   <translation>Auswirkung des Amendments</translation>
  </message>
  <message>
   <source>Study amendment reason</source>
   <translation>Grund des Amendments</translation>
  </message>
  <message>
   <source>Study arm</source>
   <translation>Studienarm</translation>
  </message>
  <message>
   <source>Study cell</source>
   <translation>Studienzelle</translation>
  </message>
  <message>
   <source>Study cells</source>
   <translation>Studienzellen</translation>
  </message>
  <message>
   <source>Study change</source>
   <translation>Studienänderung</translation>
  </message>
  <message>
   <source>Study cohort</source>
   <translation>Studienkohorte</translation>
  </message>
  <message>
   <source>Study definition document</source>
   <translation>Dokument der Studien­definition</translation>
  </message>
  <message>
   <source>Study definition document version</source>
   <translation>Dokument­version der Studien­definition</translation>
  </message>
  <message>
   <source>Study design</source>
   <translation>Studiendesign</translation>
  </message>
  <message>
   <source>Study design population</source>
   <translation>Population des Studiendesigns</translation>
  </message>
  <message>
   <source>Study designs</source>
   <translation>Studiendesigns</translation>
  </message>
  <message>
   <source>Study element</source>
   <translation>Studienelement</translation>
  </message>
  <message>
   <source>Study epoch</source>
   <translation>Studienepoche</translation>
  </message>
  <message>
   <source>Study identifier</source>
   <translation>Studienkennung</translation>
  </message>
  <message>
   <source>Study identifier scope</source>
   <translation>Geltungs­bereich der Studienkennung</translation>
  </message>
  <message>
   <source>Study identifiers</source>
   <translation>Studien­kennungen</translation>
  </message>
  <message>
   <source>Study intervention</source>
   <translation>Studien­intervention</translation>
  </message>
  <message>
   <source>Study interventions</source>
   <translation>Studien­interventionen</translation>
  </message>
  <message>
   <source>Study phase</source>
   <translation>Studienphase</translation>
  </message>
  <message>
   <source>Study protocol document</source>
   <translation>Prüfplan­dokument</translation>
  </message>
  <message>
   <source>Study protocol document version</source>
   <translation>Version des Prüfplandokuments</translation>
  </message>
  <message>
   <source>Study role</source>
   <translation>Studienrolle</translation>
  </message>
  <message>
   <source>Study site</source>
   <translation>Prüfzentrum</translation>
  </message>
  <message>
   <source>Study title</source>
   <translation>Studientitel</translation>
  </message>
  <message>
   <source>Study type</source>
   <translation>Studientyp</translation>
  </message>
  <message>
   <source>Study version</source>
   <translation>Studienversion</translation>
  </message>
  <message>
   <source>Sub types</source>
   <translation>Untertypen</translation>
  </message>
  <message>
   <source>Sub-timeline</source>
   <translation>Unter­zeitleiste</translation>
  </message>
  <message>
   <source>Subject enrollment</source>
   <translation>Einschluss von Teilnehmern</translation>
  </message>
  <message>
   <source>Subset of</source>
   <translation>Teilmenge von</translation>
  </message>
  <message>
   <source>Substantial impact</source>
   <translation>Wesentliche Auswirkung</translation>
  </message>
  <message>
   <source>Summary</source>
   <translation>Zusammen­fassung</translation>
  </message>
  <message>
   <source>Synonyms</source>
   <translation>Synonyme</translation>
  </message>
  <message>
   <source>Syntax template dictionary</source>
   <translation>Wörterbuch der Textvorlagen</translation>
  </message>
  <message>
   <source>System name</source>
   <translation>Systemname</translation>
  </message>
  <message>
   <source>System version</source>
   <translation>Systemversion</translation>
  </message>
  <message>
   <source>Tag</source>
   <translation>Marke</translation>
  </message>
  <message>
   <source>Template name</source>
   <translation>Name der Vorlage</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>Text</translation>
  </message>
  <message>
   <source>Therapeutic areas</source>
   <translation>Therapie­gebiete</translation>
  </message>
  <message>
   <source>Time perspective</source>
   <translation>Zeitliche Perspektive</translation>
  </message>
  <message>
   <source>Timed instance</source>
   <translation>Terminierte Instanz</translation>
  </message>
  <message>
   <source>Timing</source>
   <translation>Zeitbezug</translation>
  </message>
  <message>
   <source>Timings</source>
   <translation>Zeitbezüge</translation>
  </message>
  <message>
   <source>Titles</source>
   <translation>Titel</translation>
  </message>
  <message>
   <source>Transition rule</source>
   <translation>Übergangs­regel</translation>
  </message>
  <message>
   <source>Trial intent types</source>
   <translation>Arten des Studienzwecks</translation>
  </message>
  <message>
   <source>Trial types</source>
   <translation>Studienarten</translation>
  </message>
  <message>
   <source>Type</source>
   <translation>Typ</translation>
  </message>
  <message>
   <source>URI</source>
   <translation>URI</translation>
  </message>
  <message>
   <source>URL</source>
   <translation>URL</translation>
  </message>
  <message>
   <source>USDM class</source>
   <translation>USDM-Klasse</translation>
  </message>
  <message>
   <source>USDM version</source>
   <translation>USDM-Version</translation>
  </message>
  <message>
   <source>Unit</source>
   <translation>Einheit</translation>
  </message>
  <message>
   <source>Value</source>
   <translation>Wert</translation>
  </message>
  <message>
   <source>Value, in words</source>
   <translation>Wert, in Worten</translation>
  </message>
  <message>
   <source>Variable of interest</source>
   <translation>Interes­sierende Variable</translation>
  </message>
  <message>
   <source>Version</source>
   <translation>Version</translation>
  </message>
  <message>
   <source>Version identifier</source>
   <translation>Versions­kennung</translation>
  </message>
  <message>
   <source>Versions</source>
   <translation>Versionen</translation>
  </message>
  <message>
   <source>Window, in words</source>
   <translation>Zeitfenster, in Worten</translation>
  </message>
  <message>
   <source>Window, lower</source>
   <translation>Zeitfenster, Untergrenze</translation>
  </message>
  <message>
   <source>Window, upper</source>
   <translation>Zeitfenster, Obergrenze</translation>
  </message>
 </context>
 <context>
  <name>window</name>
  <message>
   <source>Open a study first</source>
   <translation>Öffnen Sie zuerst eine Studie</translation>
  </message>
  <message>
   <source>{study} – Maestro</source>
   <translation>{study} – Maestro</translation>
  </message>
  <message>
   <source>{study}, not in the file yet – Maestro</source>
   <translation>{study}, noch nicht in der Datei – Maestro</translation>
  </message>
 </context>
 <context>
  <name>wording</name>
  <message numerus="yes">
   <source>%n day(s)</source>
   <translation>
    <numerusform>%n Tag</numerusform>
    <numerusform>%n Tage</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n hour(s)</source>
   <translation>
    <numerusform>%n Stunde</numerusform>
    <numerusform>%n Stunden</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n minute(s)</source>
   <translation>
    <numerusform>%n Minute</numerusform>
    <numerusform>%n Minuten</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n month(s)</source>
   <translation>
    <numerusform>%n Monat</numerusform>
    <numerusform>%n Monate</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n second(s)</source>
   <translation>
    <numerusform>%n Sekunde</numerusform>
    <numerusform>%n Sekunden</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n week(s)</source>
   <translation>
    <numerusform>%n Woche</numerusform>
    <numerusform>%n Wochen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n year(s)</source>
   <translation>
    <numerusform>%n Jahr</numerusform>
    <numerusform>%n Jahre</numerusform>
   </translation>
  </message>
  <message>
   <source>Any time from {distance}</source>
   <translation>Jederzeit ab {distance}</translation>
  </message>
  <message>
   <source>Any time from {first} to {last}, {distance}</source>
   <translation>Jederzeit von {first} bis {last}, {distance}</translation>
  </message>
  <message>
   <source>Day {day}</source>
   <translation>Tag {day}</translation>
  </message>
  <message>
   <source>Day {day}, the anchor that this timeline's times count from</source>
   <translation>Tag {day}, der Anker, ab dem die Zeiten dieser Zeitleiste zählen</translation>
  </message>
  <message>
   <source>Day {first} to {last}</source>
   <translation>Tag {first} bis {last}</translation>
  </message>
  <message>
   <source>Its end {when}</source>
   <translation>Ende: {when}</translation>
  </message>
  <message>
   <source>On the same day as {name}</source>
   <translation>Am selben Tag wie {name}</translation>
  </message>
  <message>
   <source>Right after {name}</source>
   <translation>Direkt nach {name}</translation>
  </message>
  <message>
   <source>Right before {name}</source>
   <translation>Direkt vor {name}</translation>
  </message>
  <message>
   <source>The anchor that this timeline's times count from</source>
   <translation>Der Anker, ab dem die Zeiten dieser Zeitleiste zählen</translation>
  </message>
  <message>
   <source>anchor</source>
   <translation>Anker</translation>
  </message>
  <message>
   <source>at most {earlier} earlier, latest not stated</source>
   <translation>höchstens {earlier} früher, spätestens nicht angegeben</translation>
  </message>
  <message>
   <source>at most {later} later, earliest not stated</source>
   <translation>höchstens {later} später, frühestens nicht angegeben</translation>
  </message>
  <message>
   <source>at that time only</source>
   <translation>nur zu dieser Zeit</translation>
  </message>
  <message>
   <source>exact</source>
   <translation>genau</translation>
  </message>
  <message>
   <source>from {day}</source>
   <translation>ab {day}</translation>
  </message>
  <message>
   <source>not stated</source>
   <translation>nicht angegeben</translation>
  </message>
  <message>
   <source>on that day only</source>
   <translation>nur an diesem Tag</translation>
  </message>
  <message>
   <source>the end of {name}</source>
   <translation>dem Ende von {name}</translation>
  </message>
  <message>
   <source>this cycle's {name}</source>
   <translation>{name} dieses Zyklus</translation>
  </message>
  <message>
   <source>until {day}</source>
   <translation>bis {day}</translation>
  </message>
  <message>
   <source>up to {earlier} earlier or {later} later</source>
   <translation>bis zu {earlier} früher oder {later} später</translation>
  </message>
  <message>
   <source>up to {earlier} earlier, not later</source>
   <translation>bis zu {earlier} früher, nicht später</translation>
  </message>
  <message>
   <source>up to {later} later, not earlier</source>
   <translation>bis zu {later} später, nicht früher</translation>
  </message>
  <message>
   <source>window not stated</source>
   <translation>Zeitfenster nicht angegeben</translation>
  </message>
  <message>
   <source>{day} only</source>
   <translation>nur {day}</translation>
  </message>
  <message>
   <source>{distance} after {name}</source>
   <translation>{distance} nach {name}</translation>
  </message>
  <message>
   <source>{distance} and up to {width} later</source>
   <translation>{distance} und bis zu {width} später</translation>
  </message>
  <message>
   <source>{distance} before {name}</source>
   <translation>{distance} vor {name}</translation>
  </message>
  <message>
   <source>{first} before to {last} after {name}</source>
   <translation>{first} vor bis {last} nach {name}</translation>
  </message>
  <message>
   <source>{first} before {name} to its own day</source>
   <translation>{first} vor {name} bis zu dessen Tag</translation>
  </message>
  <message>
   <source>{first} to {last}</source>
   <translation>{first} bis {last}</translation>
  </message>
  <message>
   <source>{first} to {last} after {name}</source>
   <translation>{first} bis {last} nach {name}</translation>
  </message>
  <message>
   <source>{first} to {last} before {name}</source>
   <translation>{first} bis {last} vor {name}</translation>
  </message>
  <message>
   <source>{leeway} either way</source>
   <translation>{leeway} früher oder später</translation>
  </message>
  <message>
   <source>{name} in the same pass</source>
   <translation>{name} im selben Durchlauf</translation>
  </message>
  <message>
   <source>{when}, on the same day</source>
   <translation>{when}, am selben Tag</translation>
  </message>
  <message>
   <source>{when}; a calendar date, known once the anchor has one</source>
   <translation>{when}; ein Kalenderdatum, bekannt, sobald der Anker eines hat</translation>
  </message>
 </context>
</TS>
