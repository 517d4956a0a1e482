package org.shouxin.localstack.story.plan;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The training file of the risk service: a column per feature, the target, the measured traits. */
final class HistoryCsv {

  /** A past loan: what was known when it was asked for, and how it ended. */
  record Row(Map<String, String> features, boolean bad, String sex, String marriage, int age) {}

  private HistoryCsv() {}

  /**
   * The facts that both a bureau and the application tell, under the names of the training file.
   */
  static Map<String, String> features(long amountYuan, Wish.Bureau bureau) {
    Map<String, String> features = new LinkedHashMap<>();
    features.put("requested_amount", Long.toString(amountYuan));
    features.put("utilisation", hundredths(bureau.utilisationPercent()));
    features.put("last_payment_ratio", hundredths(bureau.lastPaymentPercent()));
    features.put("worst_status_24m", Integer.toString(bureau.worstStatus24m()));
    features.put("open_debt", Long.toString(bureau.openDebtYuan()));
    return features;
  }

  static String hundredths(int percent) {
    return BigDecimal.valueOf(percent, 2).toPlainString();
  }

  static void write(Path csv, List<Row> rows) throws IOException {
    List<String> names = List.copyOf(rows.get(0).features().keySet());
    try (CsvWriter writer =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.LF)
            .build(Files.newBufferedWriter(csv, StandardCharsets.UTF_8))) {
      List<String> header = new ArrayList<>(names);
      header.addAll(List.of("sex", "marriage", "age", "bad"));
      writer.writeRecord(header);
      for (Row row : rows) {
        List<String> cells = new ArrayList<>();
        names.forEach(name -> cells.add(row.features().getOrDefault(name, "")));
        cells.addAll(
            List.of(row.sex(), row.marriage(), Integer.toString(row.age()), row.bad() ? "1" : "0"));
        writer.writeRecord(cells);
      }
    }
  }
}
