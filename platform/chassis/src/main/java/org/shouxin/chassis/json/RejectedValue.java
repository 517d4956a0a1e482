package org.shouxin.chassis.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonMappingException;

/** A value of the right JSON type that our own readers refuse, with the name of the check. */
public class RejectedValue extends JsonMappingException {

  private final String rule;

  RejectedValue(JsonParser at, String rule, String detail) {
    super(at, detail);
    this.rule = rule;
  }

  public String rule() {
    return rule;
  }
}
