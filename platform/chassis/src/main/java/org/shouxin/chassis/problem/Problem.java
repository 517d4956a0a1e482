package org.shouxin.chassis.problem;

import java.util.List;
import java.util.Map;

/**
 * What the caller is told, before it is put in a language (RFC 9457).
 *
 * @param slug names the kind of problem: the last part of its type, and the key of its title
 * @param detail in the caller's language already, or null for the kind's own text
 * @param rule the broken rule's name, or null
 * @param members extension members
 * @param headers response headers that belong to the problem
 */
public record Problem(
    int status,
    String slug,
    String detail,
    String rule,
    List<FieldError> errors,
    Map<String, Object> members,
    Map<String, String> headers) {

  static Problem of(int status, String slug) {
    return new Problem(status, slug, null, null, List.of(), Map.of(), Map.of());
  }

  Problem withRule(String name, String text) {
    return new Problem(status, slug, text, name, errors, members, headers);
  }

  Problem withErrors(List<FieldError> faults) {
    return new Problem(status, slug, detail, rule, faults, members, headers);
  }

  Problem withMembers(Map<String, Object> extensions) {
    return new Problem(status, slug, detail, rule, errors, extensions, headers);
  }

  Problem withHeader(String name, String value) {
    return new Problem(status, slug, detail, rule, errors, members, Map.of(name, value));
  }
}
