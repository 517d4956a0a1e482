package org.shouxin.risk.scorecard.card;

/**
 * The bin of one special value of a numeric feature.
 *
 * @param trained whether it was learnt from training rows; else it has the worst bin's evidence
 */
public record SpecialBin(double value, CardBin bin, boolean trained) {}
