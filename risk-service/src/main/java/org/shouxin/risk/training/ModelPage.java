package org.shouxin.risk.training;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.shouxin.risk.validation.Fairness;
import org.shouxin.risk.validation.Gains;
import org.shouxin.risk.validation.Quality;
import org.shouxin.risk.validation.Reliability;
import org.shouxin.risk.validation.Roc;

/** The model card as one page with plots, readable without a script. */
public final class ModelPage {

  private static final String STYLE =
      "body{font:15px/1.5 sans-serif;max-width:62rem;margin:2rem auto;padding:0 1rem;color:#222}"
          + "table{border-collapse:collapse;margin:1rem 0}td,th{border-bottom:1px solid #ddd;"
          + "padding:.25rem .6rem;text-align:right}td:first-child,th:first-child{text-align:left}"
          + "svg{background:#fafafa;border:1px solid #ddd;margin:.3rem}"
          + ".warn{color:#a30}";

  private final StringBuilder html = new StringBuilder();
  private final TrainedModel model;
  private final ModelCard card;

  private ModelPage(TrainedModel model) {
    this.model = model;
    card = model.report();
  }

  public static String of(TrainedModel model) {
    ModelPage page = new ModelPage(model);
    page.write();
    return page.html.toString();
  }

  private void write() {
    html.append("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
        .append(escaped(model.version()))
        .append("</title><style>")
        .append(STYLE)
        .append("</style></head><body><h1>")
        .append(escaped(model.version()))
        .append("</h1>");
    html.append(
        String.format(
            Locale.ROOT,
            "<p>%s, %s. %d rows, %d bad; target %s = %s; held back %s, seed %d.<br>"
                + "Data SHA-256 <code>%s</code>. Calibration %s.</p>",
            model.purpose(),
            model.kind(),
            card.rows(),
            card.bads(),
            escaped(card.target()),
            escaped(card.bad()),
            card.heldBack(),
            card.seed(),
            escaped(card.dataSha256()),
            model.calibration().method()));
    qualities();
    html.append("<h2>ROC, KS</h2>").append(roc()).append(ks());
    html.append("<h2>Gains, reliability</h2>").append(gains()).append(reliability());
    stability();
    months();
    fairness();
    features();
    html.append("</body></html>\n");
  }

  private void qualities() {
    html.append("<table><tr><th>rows</th><th>n</th><th>AUC</th><th>+- s.e.</th><th>Gini</th>")
        .append("<th>KS</th><th>Brier</th><th>predicted</th><th>observed</th></tr>");
    row("learnt", card.train());
    row("held back", card.test());
    html.append("</table><p>AUC by kind on the rows held back: ")
        .append(escaped(card.byKind().toString()))
        .append("</p>");
  }

  private void row(String name, Quality quality) {
    html.append(
        String.format(
            Locale.ROOT,
            "<tr><td>%s</td><td>%d</td><td>%.4f</td><td>%.4f</td><td>%.4f</td><td>%.4f</td>"
                + "<td>%.4f</td><td>%.4f</td><td>%.4f</td></tr>",
            name,
            quality.rows(),
            quality.auc(),
            quality.aucStandardError(),
            quality.gini(),
            quality.ks(),
            quality.brier(),
            quality.predicted(),
            (double) quality.bads() / quality.rows()));
  }

  private String roc() {
    Plot plot = new Plot("ROC", "share of goods", "share of bads", 1);
    List<Roc.Point> points = card.roc();
    plot.line("#888", new double[] {0, 1}, new double[] {0, 1});
    plot.line(
        "#06c",
        points.stream().mapToDouble(Roc.Point::goods).toArray(),
        points.stream().mapToDouble(Roc.Point::bads).toArray());
    return plot.svg();
  }

  private String ks() {
    Plot plot = new Plot("KS", "share of rows, riskiest first", "goods and bads", 1);
    double share = (double) card.test().bads() / card.test().rows();
    double[] rows =
        card.roc().stream()
            .mapToDouble(each -> each.bads() * share + each.goods() * (1 - share))
            .toArray();
    plot.line("#c30", rows, card.roc().stream().mapToDouble(Roc.Point::bads).toArray());
    plot.line("#393", rows, card.roc().stream().mapToDouble(Roc.Point::goods).toArray());
    return plot.svg();
  }

  private String gains() {
    Plot plot = new Plot("Gains", "tenths, riskiest first", "share of bads caught", 1);
    int size = card.gains().size();
    double[] x = new double[size + 1];
    double[] y = new double[size + 1];
    for (int i = 0; i < size; i++) {
      x[i + 1] = (i + 1.0) / size;
      y[i + 1] = card.gains().get(i).capturedBads();
    }
    plot.line("#888", new double[] {0, 1}, new double[] {0, 1});
    plot.line("#06c", x, y);
    return plot.svg();
  }

  private String reliability() {
    double top =
        card.reliability().stream()
            .mapToDouble(each -> Math.max(each.predicted(), each.observed()))
            .max()
            .orElse(1);
    Plot plot = new Plot("Reliability", "predicted", "observed", Math.max(top, 0.01));
    plot.line("#888", new double[] {0, top}, new double[] {0, top});
    plot.line(
        "#06c",
        card.reliability().stream().mapToDouble(Reliability.Bin::predicted).toArray(),
        card.reliability().stream().mapToDouble(Reliability.Bin::observed).toArray());
    return plot.svg();
  }

  private void stability() {
    html.append("<h2>Stability, held back against learnt</h2>");
    Plot plot = new Plot("PSI and CSI", "feature", "index; lines at 0.10 and 0.25", 0.3);
    double[] values = card.featureCsi().values().stream().mapToDouble(d -> d).toArray();
    plot.bars("#06c", values);
    plot.line("#c90", new double[] {0, 0.3}, new double[] {0.1, 0.1});
    plot.line("#c30", new double[] {0, 0.3}, new double[] {0.25, 0.25});
    html.append(plot.svg())
        .append(String.format(Locale.ROOT, "<p>PSI of the score %.4f.", card.scorePsi()));
    card.alarms()
        .forEach(
            alarm ->
                html.append("<br><span class=\"warn\">")
                    .append(alarm.kind())
                    .append(' ')
                    .append(escaped(alarm.subject()))
                    .append(String.format(Locale.ROOT, " %.4f</span>", alarm.figure())));
    html.append("</p><table><tr><th>feature</th><th>CSI</th></tr>");
    for (Map.Entry<String, Double> each : card.featureCsi().entrySet()) {
      html.append("<tr><td>")
          .append(escaped(each.getKey()))
          .append(String.format(Locale.ROOT, "</td><td>%.4f</td></tr>", each.getValue()));
    }
    html.append("</table>");
  }

  private void months() {
    if (card.months().isEmpty()) {
      return;
    }
    html.append("<h2>By month</h2><table><tr><th>month</th><th>rows</th><th>bad</th>")
        .append("<th>predicted</th><th>AUC</th><th>KS</th><th>PSI</th></tr>");
    card.months()
        .forEach(
            each ->
                html.append(
                    String.format(
                        Locale.ROOT,
                        "<tr><td>%s</td><td>%d</td><td>%.4f</td><td>%.4f</td><td>%s</td>"
                            + "<td>%s</td><td>%.4f</td></tr>",
                        escaped(each.month()),
                        each.rows(),
                        each.badRate(),
                        each.predicted(),
                        each.auc(),
                        each.ks(),
                        each.psi())));
    html.append("</table>");
  }

  private void fairness() {
    html.append("<h2>Fairness: measured, never scored on</h2><table><tr><th>trait</th>")
        .append("<th>rows</th><th>bad</th><th>predicted</th><th>approved</th><th>ratio</th>")
        .append("<th>AUC</th></tr>");
    for (Fairness.Group each : card.fairness()) {
      html.append("<tr><td>")
          .append(escaped(each.trait() + " " + each.group()))
          .append(
              String.format(
                  Locale.ROOT,
                  "</td><td>%d</td><td>%.4f</td><td>%.4f</td><td>%.4f</td>"
                      + "<td%s>%.3f</td><td>%s</td></tr>",
                  each.rows(),
                  each.badRate(),
                  each.predicted(),
                  each.approvalRate(),
                  each.approvalRatio() < 0.8 ? " class=\"warn\"" : "",
                  each.approvalRatio(),
                  each.auc()));
    }
    html.append("</table>");
  }

  private void features() {
    html.append("<h2>Features</h2><table><tr><th>feature</th><th>kind</th><th>IV</th>")
        .append("<th>fate</th></tr>");
    card.features()
        .forEach(
            each ->
                html.append("<tr><td>")
                    .append(escaped(each.name()))
                    .append("</td><td>")
                    .append(each.kind())
                    .append("</td><td>")
                    .append(each.informationValue() == null ? "" : each.informationValue())
                    .append("</td><td>")
                    .append(each.fate())
                    .append("</td></tr>"));
    html.append("</table><h2>Gains</h2><table><tr><th>part</th><th>rows</th><th>bads</th>")
        .append("<th>bad rate</th><th>bads caught</th><th>lift</th></tr>");
    int part = 1;
    for (Gains.Part each : card.gains()) {
      html.append(
          String.format(
              Locale.ROOT,
              "<tr><td>%d</td><td>%d</td><td>%d</td><td>%.4f</td><td>%.4f</td><td>%.2f</td></tr>",
              part++,
              each.rows(),
              each.bads(),
              each.badRate(),
              each.capturedBads(),
              each.lift()));
    }
    html.append("</table>");
  }

  static String escaped(String text) {
    return text == null
        ? ""
        : text.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;");
  }
}
