package org.shouxin.servicing.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PdfPaperTest {

  private static final int LINES_OF_SEVERAL_PAGES = 200;

  @Test
  void everyObjectStandsWhereTheTableSays() {
    String file = paper(3);
    Matcher table = Pattern.compile("startxref\n(\\d+)\n").matcher(file);
    assertThat(table.find()).isTrue();
    assertThat(file.substring(Integer.parseInt(table.group(1)))).startsWith("xref\n0 ");

    Matcher entry = Pattern.compile("(\\d{10}) 00000 n ").matcher(file);
    int number = 0;
    while (entry.find()) {
      number++;
      assertThat(file.substring(Integer.parseInt(entry.group(1)))).startsWith(number + " 0 obj\n");
    }
    assertThat(number).isEqualTo(7);
  }

  @Test
  void aStreamIsAsLongAsItSays() {
    Matcher stream =
        Pattern.compile("<< /Length (\\d+) >>\nstream\n(.*?)\nendstream", Pattern.DOTALL)
            .matcher(paper(3));

    assertThat(stream.find()).isTrue();
    assertThat(stream.group(2)).hasSize(Integer.parseInt(stream.group(1)));
  }

  @Test
  void manyLinesGoOnOnFurtherPages() {
    assertThat(paper(LINES_OF_SEVERAL_PAGES)).contains("/Count 4");
  }

  private static String paper(int lines) {
    PdfPaper paper = new PdfPaper();
    for (int i = 0; i < lines; i++) {
      paper.row(List.of("2026-01-01", "还款"), new int[] {100, 200}, 8);
    }
    return new String(paper.bytes(), StandardCharsets.US_ASCII);
  }
}
