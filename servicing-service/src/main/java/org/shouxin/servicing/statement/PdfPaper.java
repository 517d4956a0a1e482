package org.shouxin.servicing.statement;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Lines of text on A4 pages as a PDF 1.7 file (ISO 32000-1).
 *
 * <p>Text is set in the standard Adobe-GB1 font STSong-Light with the predefined encoding
 * UniGB-UTF16-H, which every reader with Chinese support knows (ISO 32000-1, 9.7.5.2); the font is
 * named and not embedded. ASCII is half as wide as a Chinese character.
 */
final class PdfPaper {

  private static final int WIDTH = 595;
  private static final int HEIGHT = 842;
  private static final int MARGIN = 42;
  private static final int LEADING = 15;
  private static final int ASCII = 128;

  private static final int FONT = 3;
  private static final int FIRST_PAGE = 6;

  private final List<StringBuilder> pages = new ArrayList<>();
  private int y;

  PdfPaper() {
    turn();
  }

  /** A line of text at the left margin. */
  void line(String text, int size) {
    advance(size);
    show(text, size, MARGIN);
  }

  /**
   * Cells of one row; each ends at its column's right edge.
   *
   * @param edges right edges, from the left margin, in points
   */
  void row(List<String> cells, int[] edges, int size) {
    advance(size);
    for (int i = 0; i < cells.size(); i++) {
      long x = MARGIN + edges[i] - width(cells.get(i), size);
      show(cells.get(i), size, x);
    }
  }

  void space() {
    y -= LEADING;
  }

  /** The file. */
  byte[] bytes() {
    List<byte[]> objects = new ArrayList<>();
    objects.add(ascii("<< /Type /Catalog /Pages 2 0 R >>"));
    objects.add(ascii(pageTree()));
    objects.add(
        ascii(
            "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H"
                + " /DescendantFonts [4 0 R] >>"));
    objects.add(
        ascii(
            "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light"
                + " /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >>"
                + " /FontDescriptor 5 0 R /DW 1000 /W [1 95 500] >>"));
    objects.add(
        ascii(
            "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /Ascent 880"
                + " /Descent -120 /CapHeight 880 /StemV 93 /ItalicAngle 0"
                + " /FontBBox [-25 -254 1000 880] >>"));
    for (int i = 0; i < pages.size(); i++) {
      int content = FIRST_PAGE + 2 * i + 1;
      objects.add(
          ascii(
              "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R"
                      .formatted(WIDTH, HEIGHT, content)
                  + " /Resources << /Font << /F1 %d 0 R >> >> >>".formatted(FONT)));
      byte[] stream = ascii(pages.get(i).toString());
      objects.add(
          ascii(
              "<< /Length %d >>\nstream\n".formatted(stream.length)
                  + pages.get(i)
                  + "\nendstream"));
    }
    return file(objects);
  }

  private String pageTree() {
    StringBuilder kids = new StringBuilder();
    for (int i = 0; i < pages.size(); i++) {
      kids.append(FIRST_PAGE + 2 * i).append(" 0 R ");
    }
    return "<< /Type /Pages /Kids [ %s] /Count %d >>".formatted(kids, pages.size());
  }

  private static byte[] file(List<byte[]> objects) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<Integer> offsets = new ArrayList<>();
    out.writeBytes(ascii("%PDF-1.7\n"));
    for (int i = 0; i < objects.size(); i++) {
      offsets.add(out.size());
      out.writeBytes(ascii((i + 1) + " 0 obj\n"));
      out.writeBytes(objects.get(i));
      out.writeBytes(ascii("\nendobj\n"));
    }
    int table = out.size();
    out.writeBytes(ascii("xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n"));
    offsets.forEach(offset -> out.writeBytes(ascii("%010d 00000 n \n".formatted(offset))));
    out.writeBytes(
        ascii(
            "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
                .formatted(objects.size() + 1, table)));
    return out.toByteArray();
  }

  private void advance(int size) {
    y -= Math.max(LEADING, size + size / 2);
    if (y < MARGIN) {
      turn();
      y -= LEADING;
    }
  }

  private void turn() {
    pages.add(new StringBuilder());
    y = HEIGHT - MARGIN;
  }

  private void show(String text, int size, long x) {
    pages
        .get(pages.size() - 1)
        .append("BT /F1 %d Tf %d %d Td <%s> Tj ET\n".formatted(size, x, y, hex(text)));
  }

  private static long width(String text, int size) {
    return text.chars().mapToLong(c -> c < ASCII ? 1 : 2).sum() * size / 2;
  }

  private static String hex(String text) {
    return HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.UTF_16BE));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
