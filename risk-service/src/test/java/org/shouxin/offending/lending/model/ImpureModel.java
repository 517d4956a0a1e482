package org.shouxin.offending.lending.model;

import com.fasterxml.jackson.databind.JsonNode;

/** Offends: a model that knows JSON. */
public class ImpureModel {

  public JsonNode payload() {
    return null;
  }
}
