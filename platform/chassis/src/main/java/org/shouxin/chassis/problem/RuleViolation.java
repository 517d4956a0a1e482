package org.shouxin.chassis.problem;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A named business rule said no. The name is what tests assert, logs carry and the caller reads in
 * the problem's {@code rule} member.
 *
 * <p>The detail thrown is the fallback: when the bundle {@code messages/rules} has the rule's name
 * as key, its text in the caller's language is shown, with <code>{member}</code> replaced by the
 * extension member of that name.
 */
public class RuleViolation extends RuntimeException {

  private static final int CONFLICT = 409;
  private static final int REFUSED = 422;

  private final String rule;
  private final int status;
  private final transient Map<String, Object> members = new LinkedHashMap<>();
  private String field;

  /** A refusal (422). */
  public RuleViolation(String rule, String detail) {
    this(REFUSED, rule, detail);
  }

  private RuleViolation(int status, String rule, String detail) {
    super(detail);
    this.rule = rule;
    this.status = status;
  }

  /** The state of the object does not allow it now: 409. */
  public static RuleViolation conflict(String rule, String detail) {
    return new RuleViolation(CONFLICT, rule, detail);
  }

  /** Understood and refused: 422. */
  public static RuleViolation refused(String rule, String detail) {
    return new RuleViolation(REFUSED, rule, detail);
  }

  /** Names the request's field that broke the rule, as a JSON pointer. */
  public RuleViolation field(String pointer) {
    this.field = pointer;
    return this;
  }

  /** Adds an extension member to the problem. */
  public RuleViolation with(String key, Object value) {
    members.put(key, value);
    return this;
  }

  public String rule() {
    return rule;
  }

  public String detail() {
    return getMessage();
  }

  public int status() {
    return status;
  }

  /** The JSON pointer of the offending field, or null. */
  public String field() {
    return field;
  }

  public Map<String, Object> members() {
    return Collections.unmodifiableMap(members);
  }
}
