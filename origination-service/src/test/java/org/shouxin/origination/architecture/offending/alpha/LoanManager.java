package org.shouxin.origination.architecture.offending.alpha;

/** Says nothing of what it is. */
public final class LoanManager {}
