package org.shouxin.origination.architecture.offending.alpha;

import org.shouxin.chassis.money.Money;

/** Holds a binary fraction beside money. */
public record InterestInDouble(Money principal, double rate) {}
