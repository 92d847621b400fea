"""Pictures of charts: each stands alone, can be opened again, and comes out the same twice."""

import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from rehabtimer.gui import theme
from rehabtimer.gui.charts.colours import PAPER, chart_colours
from rehabtimer.gui.charts.picture import LARGE, PictureKind, picture
from rehabtimer.presenters.chart_page import ChartKey, ChartPage
from tests.support.trends import demo_frame, kept_page
from tests.support.week_charts import dose_chart, dose_row

PNG, SVG, PDF = PictureKind
SVG_TEXT = "{http://www.w3.org/2000/svg}text"

every_chart = pytest.mark.parametrize("key", ChartKey)


@pytest.fixture
def pain() -> ChartPage:
    return demo_frame().page


def png(data: bytes) -> QImage:
    image = QImage.fromData(data)
    assert not image.isNull()
    return image


def svg_words(data: bytes) -> str:
    root = ET.fromstring(data)
    return "\n".join("".join(each.itertext()).strip() for each in root.iter(SVG_TEXT))


def pdf(data: bytes) -> QPdfDocument:
    buffer, document = QBuffer(), QPdfDocument()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    assert document.status() is QPdfDocument.Status.Ready
    buffer.setParent(document)  # which reads on from it
    return document


def pdf_words(data: bytes) -> str:
    return " ".join(pdf(data).getAllText(0).text().split())


@every_chart
@pytest.mark.parametrize("kind", PictureKind)
def test_the_words_stand_above_the_chart(
    qtbot: QtBot, tmp_path: Path, key: ChartKey, kind: PictureKind
) -> None:
    page = kept_page(tmp_path, key)
    data = picture(page, kind)
    if kind is PNG:
        assert png(data).size().toTuple() == LARGE
        return
    read = svg_words(data) if kind is SVG else pdf_words(data)
    for line in page.headlines:
        assert line in read
    for words in (page.summary, page.legend):
        assert all(word in read for word in words.split())


def test_a_png_has_as_many_pixels_as_are_asked_for(pain: ChartPage) -> None:
    image = png(picture(pain, PNG, (800, 500), scale=2))
    assert image.size().toTuple() == (1600, 1000)
    assert image.pixelColor(3, 3).name() == PAPER.card.lower()


def test_a_pdf_has_one_page_of_that_size_and_its_fonts(pain: ChartPage) -> None:
    data = picture(pain, PDF, (842, 595))
    document = pdf(data)
    assert document.pageCount() == 1
    assert document.pagePointSize(0).toTuple() == (842, 595)
    assert b"/FontFile2" in data  # embedded as TrueType, so that it can be searched and selected
    assert document.metaData(QPdfDocument.MetaDataField.Title) == pain.headlines[0]


@every_chart
def test_without_words_there_is_the_chart_alone(tmp_path: Path, key: ChartKey) -> None:
    page = kept_page(tmp_path, key)
    read = svg_words(picture(page, SVG, (700, 400), words=False))
    assert page.headlines[0] not in read
    assert page.summary not in read
    assert read.strip()


@pytest.mark.parametrize("kind", PictureKind)
def test_the_same_chart_gives_the_same_file(pain: ChartPage, kind: PictureKind) -> None:
    data = picture(pain, kind)
    assert picture(pain, kind) == data
    assert b"<dc:date>" not in data
    assert b"CreationDate" not in data


def test_text_of_an_svg_is_drawn_by_qt_where_it_belongs(qtbot: QtBot, pain: ChartPage) -> None:
    """So the report and the printer get letters, and not dots."""
    data = picture(pain, SVG, (800, 500))
    drawn = QSvgRenderer(QByteArray(data))
    assert drawn.isValid()
    assert drawn.viewBoxF().size().toTuple() == (800, 500)
    by_qt = QImage(800, 500, QImage.Format.Format_RGB32)
    painter = QPainter(by_qt)
    drawn.render(painter)
    painter.end()
    by_us = png(picture(pain, PNG, (800, 500))).convertToFormat(QImage.Format.Format_RGB32)
    dark = _dark(by_qt), _dark(by_us)
    assert len(dark[0] & dark[1]) > 0.6 * min(map(len, dark))


def _dark(image: QImage) -> set[tuple[int, int]]:
    """Blots of four by four pixels that have something dark in them."""
    return {
        (x // 4, y // 4)
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
        if image.pixelColor(x, y).lightness() < 140
    }


def test_dark_colours_are_taken_if_they_are_asked_for(pain: ChartPage) -> None:
    dark = chart_colours(theme.DARK)
    image = png(picture(pain, PNG, (800, 500), dark))
    assert image.pixelColor(3, 3).name() == dark.card.lower()


def test_long_words_are_broken_within_the_margins() -> None:
    headline, summary = "A headline " * 12, "Some words about it. " * 20
    long = replace(demo_frame().page, headlines=(headline,), summary=summary)
    root = ET.fromstring(picture(long, SVG, (900, 700)))
    lines = ["".join(each.itertext()).strip() for each in root.iter(SVG_TEXT)]
    assert headline not in lines
    assert max(len(line) for line in lines if "headline" in line) < 50
    assert max(len(line) for line in lines if "about it" in line) < 130
    assert sum(line.count("headline") for line in lines) == 12


def test_a_name_with_signs_of_markup_and_mathematics_stays_as_it_is() -> None:
    name = "A <b>&amp; $x^2$ thing"
    odd = replace(demo_frame().page, headlines=(name,), chart=dose_chart(dose_row(0, name)))
    data = picture(odd, SVG)
    assert name in svg_words(data)
    assert not png(picture(odd, PNG)).isNull()
