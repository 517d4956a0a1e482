package org.shouxin.gateway.route;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which paths a route takes: literal segments, {@code *} for exactly one segment, and {@code **} as
 * the last segment for one or more.
 */
public record PathPattern(List<String> segments) {

  private static final Pattern LITERAL = Pattern.compile("[A-Za-z0-9._-]+");
  private static final String ONE = "*";
  private static final String REST = "**";

  /** Reads {@code /v1/loans/*}. Throws IllegalArgumentException with what is wrong. */
  public static PathPattern of(String text) {
    if (text == null || !text.startsWith("/") || text.length() < 2) {
      throw new IllegalArgumentException("path must start with '/' and name a segment");
    }
    List<String> segments = Arrays.asList(text.substring(1).split("/", -1));
    for (int i = 0; i < segments.size(); i++) {
      String segment = segments.get(i);
      boolean last = i == segments.size() - 1;
      if (segment.equals(REST) && !last) {
        throw new IllegalArgumentException("'**' is allowed only as the last segment");
      }
      if (!segment.equals(ONE) && !segment.equals(REST) && !LITERAL.matcher(segment).matches()) {
        throw new IllegalArgumentException("segment '" + segment + "' is not a plain name");
      }
      if (segment.equals(".") || segment.equals("..")) {
        throw new IllegalArgumentException("segment '" + segment + "' is not a plain name");
      }
    }
    return new PathPattern(List.copyOf(segments));
  }

  /** True if the path's segments are taken by this pattern. An empty segment is never taken. */
  public boolean matches(List<String> path) {
    if (path.contains("")) {
      return false;
    }
    for (int i = 0; i < segments.size(); i++) {
      if (i >= path.size()) {
        return false;
      }
      String segment = segments.get(i);
      if (segment.equals(REST)) {
        return true;
      }
      if (!segment.equals(ONE) && !segment.equals(path.get(i))) {
        return false;
      }
    }
    return path.size() == segments.size();
  }

  /** True if every path the other pattern takes is taken by this one too. */
  public boolean covers(PathPattern other) {
    for (int i = 0; i < segments.size(); i++) {
      if (i >= other.segments.size()) {
        return false;
      }
      String mine = segments.get(i);
      String theirs = other.segments.get(i);
      if (mine.equals(REST)) {
        return true;
      }
      if (theirs.equals(REST) || !mine.equals(ONE) && !mine.equals(theirs)) {
        return false;
      }
    }
    return segments.size() == other.segments.size();
  }

  /** True if no wildcard is in the pattern. */
  public boolean exact() {
    return !segments.contains(ONE) && !segments.contains(REST);
  }

  @Override
  public String toString() {
    return "/" + String.join("/", segments);
  }
}
