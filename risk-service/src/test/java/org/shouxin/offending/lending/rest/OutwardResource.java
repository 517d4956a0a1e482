package org.shouxin.offending.lending.rest;

/** What an inner class must not know. */
public class OutwardResource {}
