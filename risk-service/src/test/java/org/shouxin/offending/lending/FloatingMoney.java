package org.shouxin.offending.lending;

import org.shouxin.chassis.money.Money;

/** Offends: a binary fraction near money. */
public record FloatingMoney(Money amount, double rate) {}
