package org.shouxin.risk.scorecard.training;

import java.util.List;
import org.shouxin.risk.scorecard.training.MonotoneBinning.Counts;

/**
 * Weight of evidence and information value of bins: {@code woe_i = ln((g_i + s) / (G + s k)) -
 * ln((b_i + s) / (B + s k))} with k bins and smoothing s (so a bin without a bad or a good stays
 * finite), and {@code IV = sum(share of goods - share of bads) * woe}.
 */
record Evidence(double[] woe, double informationValue) {

  static Evidence of(List<Counts> bins, double smoothing) {
    double goods = bins.stream().mapToLong(Counts::goods).sum() + smoothing * bins.size();
    double bads = bins.stream().mapToLong(Counts::bads).sum() + smoothing * bins.size();
    double[] woe = new double[bins.size()];
    double informationValue = 0;
    for (int i = 0; i < woe.length; i++) {
      double shareOfGoods = (bins.get(i).goods() + smoothing) / goods;
      double shareOfBads = (bins.get(i).bads() + smoothing) / bads;
      woe[i] = StrictMath.log(shareOfGoods / shareOfBads);
      informationValue += (shareOfGoods - shareOfBads) * woe[i];
    }
    return new Evidence(woe, informationValue);
  }
}
