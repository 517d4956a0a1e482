package org.shouxin.collections.contact.model;

/** A contact that must not be made, and the rule that says so. */
public record Refusal(String rule, String detail) {}
