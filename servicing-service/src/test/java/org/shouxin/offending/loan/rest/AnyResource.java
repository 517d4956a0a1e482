package org.shouxin.offending.loan.rest;

public final class AnyResource {}
