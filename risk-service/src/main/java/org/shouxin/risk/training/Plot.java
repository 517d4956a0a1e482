package org.shouxin.risk.training;

import java.util.Locale;

/** A small SVG plot; both axes run from 0 to the same top. */
final class Plot {

  private static final int SIZE = 280;
  private static final int MARGIN = 36;

  private final double top;
  private final StringBuilder body = new StringBuilder();
  private final String title;
  private final String across;
  private final String up;

  Plot(String title, String across, String up, double top) {
    this.title = title;
    this.across = across;
    this.up = up;
    this.top = top;
  }

  void line(String colour, double[] x, double[] y) {
    body.append("<polyline fill=\"none\" stroke-width=\"2\" stroke=\"")
        .append(colour)
        .append("\" points=\"");
    for (int i = 0; i < x.length; i++) {
      body.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(x[i]), y(y[i])));
    }
    body.append("\"/>");
  }

  void bars(String colour, double[] values) {
    double width = top / Math.max(1, values.length);
    for (int i = 0; i < values.length; i++) {
      double shown = Math.min(top, Math.max(0, values[i]));
      body.append(
          String.format(
              Locale.ROOT,
              "<rect fill=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
              colour,
              x(i * width),
              y(shown),
              0.8 * width / top * (SIZE - 2 * MARGIN),
              y(0) - y(shown)));
    }
  }

  String svg() {
    return String.format(
        Locale.ROOT,
        "<svg width=\"%1$d\" height=\"%1$d\" role=\"img\" aria-label=\"%2$s\">"
            + "<text x=\"%3$d\" y=\"18\" font-size=\"13\">%2$s</text>"
            + "<text x=\"%3$d\" y=\"%4$d\" font-size=\"11\">%5$s, 0 to %6$.2f</text>"
            + "<text x=\"12\" y=\"%7$d\" font-size=\"11\" transform=\"rotate(-90 12 %7$d)\">"
            + "%8$s</text><path d=\"M%3$d %3$dV%9$dH%9$d\" fill=\"none\" stroke=\"#444\"/>"
            + "%10$s</svg>",
        SIZE,
        ModelPage.escaped(title),
        MARGIN,
        SIZE - 12,
        ModelPage.escaped(across),
        top,
        SIZE - MARGIN,
        ModelPage.escaped(up),
        SIZE - MARGIN,
        body);
  }

  private double x(double value) {
    return MARGIN + value / top * (SIZE - 2 * MARGIN);
  }

  private double y(double value) {
    return SIZE - MARGIN - value / top * (SIZE - 2 * MARGIN);
  }
}
