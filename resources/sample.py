"""The sample study that ships with the program: MAE-101, made up, in USDM v4."""

from importlib.resources import files


def sample_study_bytes() -> bytes:
    """The sample study as JSON bytes (USDM v4, ASCII, two-space indent).

    The study is fictitious: an oncology phase 2 study with three arms, a treatment cycle that loops, imaging
    on its own clock and a pharmacokinetic profile in minutes and hours.

    Raises FileNotFoundError when the installation lacks the file.
    """
    return files("resources").joinpath("studies", "maestro-sample.usdm.json").read_bytes()
