"""The theme: colours that stay apart in grey and for colour-blind readers, fonts, measures."""

from itertools import combinations, pairwise

import matplotlib
import pytest
from matplotlib.colors import to_rgb

from itaanalysis.charts.measure import break_lines, shorten, text_width
from itaanalysis.charts.settings import settings
from itaanalysis.charts.theme import colour, page_width, role, theme

# Machado, Oliveira and Fernandes (2009), severity 1.0, on linear RGB.
# Tritanopia is rare, but paper yellowed by sun and lamps makes everyone a little blind to blue.
TRITANOPIA = ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900))
DEUTERANOPIA = ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881))
PROTANOPIA = ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998))


def linear(name: str) -> tuple[float, ...]:
    return tuple(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in to_rgb(colour(name)))


def luminance(rgb: tuple[float, ...]) -> float:
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), rgb, strict=True))


def lightness(name: str) -> float:
    """CIE L*, 0 to 100: what a grey print keeps of a colour."""
    return 116 * luminance(linear(name)) ** (1 / 3) - 16


@pytest.mark.parametrize("pair", list(combinations(["main", "light", "alert", "paper"], 2)))
def test_colours_of_marks_differ_in_grey(pair: tuple[str, str]) -> None:
    assert abs(lightness(pair[0]) - lightness(pair[1])) > 12


@pytest.mark.parametrize("matrix", [DEUTERANOPIA, PROTANOPIA, TRITANOPIA])
def test_passing_and_failing_differ_for_colour_blind_readers(matrix: tuple[tuple[float, ...], ...]) -> None:
    seen = [
        tuple(sum(a * b for a, b in zip(line, linear(name), strict=True)) for line in matrix)
        for name in ("main", "alert")
    ]
    assert abs(luminance(seen[0]) - luminance(seen[1])) > 0.12


def contrast(first: str, second: str) -> float:
    """Contrast of two colours of the theme as WCAG 2.2 has it, 1 to 21."""
    light, dark = sorted((luminance(linear(name)) for name in (first, second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", ["main", "alert", "ink", "muted"])
def test_marks_stand_out_from_the_paper(name: str) -> None:
    assert contrast(name, "paper") >= 3  # WCAG 2.2, 1.4.11: what a reader has to see


@pytest.mark.parametrize(("ink", "ground"), [("muted", "grid"), ("ink", "light"), ("paper", "main")])
def test_names_on_the_tiles_of_the_map_can_be_read(ink: str, ground: str) -> None:
    assert contrast(ink, ground) >= 4.5


def test_tiles_with_none_one_and_several_events_differ_in_grey() -> None:
    shades = [lightness(name) for name in ("grid", "light", "main")]
    assert all(lighter - darker > 12 for lighter, darker in pairwise(shades))


ON_PAPER = sorted(name for name, entry in settings()["text"].items() if name != "middle" and entry["colour"] != "paper")


@pytest.mark.parametrize("name", ON_PAPER)
def test_text_is_dark_enough_to_read_and_large_enough_to_print(name: str) -> None:
    setting = role(name)
    ratio = 1.05 / (luminance(tuple(part for part in linear_of(setting.colour))) + 0.05)
    assert ratio >= 4.5  # WCAG 2.2, contrast of text
    assert setting.size >= 8
    assert setting.line >= 1.4 * setting.size, "Thai letters carry marks above and below"


def linear_of(value: str) -> tuple[float, ...]:
    return tuple(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in to_rgb(value))


def test_the_page_is_a_whole_number_of_pixels() -> None:
    assert page_width() * 300 / 72 == pytest.approx(1890)


def test_the_theme_sets_thai_in_sarabun_and_is_gone_afterwards() -> None:
    from matplotlib.font_manager import findfont

    before = matplotlib.rcParams["font.family"]
    with theme():
        assert "Sarabun-Regular" in findfont("Sarabun")
        assert matplotlib.rcParams["font.family"][0] == "Sarabun"
        assert matplotlib.rcParams["svg.fonttype"] == "path"
    assert matplotlib.rcParams["font.family"] == before


def test_text_is_measured_with_its_shaping() -> None:
    assert text_width("ก", "label") == pytest.approx(text_width("กี่", "label"), abs=0.3), "marks take no room"
    assert text_width("กก", "label") == pytest.approx(2 * text_width("ก", "label"), abs=0.3)
    assert text_width("หน่วยงาน", "title") > text_width("หน่วยงาน", "label")


LONG = "การเสริมสร้างความรู้ความเข้าใจเกี่ยวกับการต่อต้านการทุจริตและคุณธรรมจริยธรรม เพื่อป้องกันการทุจริตเชิงรุก"


@pytest.mark.parametrize("width", [60, 100, 180, 300, 440])
def test_broken_lines_fit_and_lose_nothing(width: float) -> None:
    lines = break_lines(LONG, "label", width)
    assert all(text_width(line, "label") <= width for line in lines)
    assert "".join(lines).replace(" ", "") == LONG.replace(" ", "")


def test_lines_end_where_a_phrase_does_and_figures_keep_their_units() -> None:
    title = "๑๑ จาก ๑๒ หน่วยงานผ่านเกณฑ์ ๘๕ คะแนน มีเพียง สศท. ที่ไม่ผ่าน ขาดไป ๐.๔๐ คะแนน"
    width = text_width(title, "title") * 0.9
    assert break_lines(title, "title", width) == [title.removesuffix(" ขาดไป ๐.๔๐ คะแนน"), "ขาดไป ๐.๔๐ คะแนน"]


def test_no_line_is_left_with_a_single_short_word() -> None:
    text = "สัดส่วนหน่วยงานที่ผ่านเกณฑ์การประเมิน ITA"
    first, last = break_lines(text, "label", text_width(text, "label") - 2)
    assert text_width(last, "label") > 0.3 * text_width(first, "label")


def test_what_is_too_wide_for_a_line_is_shortened_between_letters_not_inside_them() -> None:
    short = shorten(LONG, "label", 90)
    assert short.endswith("…") and LONG.startswith(short[:-1].rstrip())
    assert text_width(short, "label") <= 90
    assert shorten("สั้น", "label", 90) == "สั้น"


def test_wider_lines_never_need_more_of_them() -> None:
    counts = [len(break_lines(LONG, "label", width)) for width in range(60, 460, 25)]
    assert all(after <= before for before, after in pairwise(counts))
