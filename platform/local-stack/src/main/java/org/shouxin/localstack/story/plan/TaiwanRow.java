package org.shouxin.localstack.story.plan;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * A row of the Taiwan credit-card file, months numbered from the application (April = 0, May = 1 ..
 * September = 5). Whole NT$; the file writes some of them like 5.00E+05.
 */
record TaiwanRow(
    int id,
    long limit,
    boolean male,
    String marriage,
    int age,
    List<Integer> status,
    List<Long> bills,
    List<Long> payments,
    boolean defaults,
    String contentWithoutId) {

  private static final List<String> STATUS_BY_MONTH =
      List.of("PAY_6", "PAY_5", "PAY_4", "PAY_3", "PAY_2", "PAY_0");

  static List<TaiwanRow> readAll(Path file) throws IOException {
    try (InputStream raw = Files.newInputStream(file);
        InputStream bytes = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        CsvReader<NamedCsvRecord> csv =
            CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
      return csv.stream().map(TaiwanRow::of).toList();
    }
  }

  private static TaiwanRow of(NamedCsvRecord row) {
    return new TaiwanRow(
        (int) whole(row, "ID"),
        whole(row, "LIMIT_BAL"),
        whole(row, "SEX") == 1,
        row.getField("MARRIAGE"),
        (int) whole(row, "AGE"),
        STATUS_BY_MONTH.stream().map(name -> (int) whole(row, name)).toList(),
        byMonth(row, "BILL_AMT"),
        byMonth(row, "PAY_AMT"),
        whole(row, "default_payment_next_month") == 1,
        row.getFields().stream().skip(1).collect(Collectors.joining(",")));
  }

  /** Columns 6 to 1 are April to September. */
  private static List<Long> byMonth(NamedCsvRecord row, String prefix) {
    return List.of(6, 5, 4, 3, 2, 1).stream().map(n -> whole(row, prefix + n)).toList();
  }

  private static long whole(NamedCsvRecord row, String column) {
    return new BigDecimal(row.getField(column)).longValueExact();
  }

  int statusAtApplication() {
    return Math.max(0, status.get(0));
  }

  long billAtApplication() {
    return bills.get(0);
  }

  long paidAtApplication() {
    return payments.get(0);
  }

  /** Months late in a month; zero or less is not late. */
  int monthsLate(int month) {
    return status.get(month);
  }

  long paid(int month) {
    return payments.get(month);
  }
}
