package org.shouxin.origination.consent;

/** What a person says about a purpose, having read a version of its text. */
public record ConsentWish(Purpose purpose, boolean granted, String textVersion) {}
