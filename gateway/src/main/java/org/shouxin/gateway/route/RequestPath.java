package org.shouxin.gateway.route;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A request's path in its one normal form.
 *
 * <p>A path that could be read in two ways (by the gateway and by a service behind it) is not
 * repaired but refused: dot segments, empty segments, {@code ;} parameters, backslashes, control
 * characters, and percent codes that stand for any of these or for a character that needs no code.
 * So nothing is ever decoded before routing, and what was checked is what is sent on.
 */
public record RequestPath(String text, List<String> segments, String query) {

  private static final int NOT_HEX = -1;
  private static final String PLAIN = "-._~!$&'()*+,=:@";
  private static final String NEVER_CODED = "/\\.;%";

  /** Reads a request target ({@code /path?query}); empty if it must be refused. */
  public static Optional<RequestPath> of(String target) {
    if (target == null || !target.startsWith("/") || target.indexOf('#') >= 0) {
      return Optional.empty();
    }
    int mark = target.indexOf('?');
    String path = mark < 0 ? target : target.substring(0, mark);
    String query = mark < 0 ? "" : target.substring(mark);
    if (!printable(query)) {
      return Optional.empty();
    }
    List<String> segments = Arrays.asList(path.substring(1).split("/", -1));
    for (int i = 0; i < segments.size(); i++) {
      boolean last = i == segments.size() - 1;
      String segment = segments.get(i);
      if (segment.isEmpty() && !last || !normal(segment)) {
        return Optional.empty();
      }
    }
    return Optional.of(new RequestPath(path, List.copyOf(segments), query));
  }

  private static boolean printable(String query) {
    return query.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\')
        && !query.toLowerCase(Locale.ROOT).contains("%00");
  }

  private static boolean normal(String segment) {
    if (segment.equals(".") || segment.contains("..")) {
      return false;
    }
    ByteBuffer octets = ByteBuffer.allocate(segment.length());
    for (int i = 0; i < segment.length(); i++) {
      char c = segment.charAt(i);
      if (c == '%') {
        int octet = octet(segment, i);
        if (octet == NOT_HEX || !needsCode(octet)) {
          return false;
        }
        octets.put((byte) octet);
        i += 2;
      } else if (unreserved(c) || PLAIN.indexOf(c) >= 0) {
        octets.put((byte) c);
      } else {
        return false;
      }
    }
    return utf8(octets.flip());
  }

  private static boolean needsCode(int octet) {
    return octet >= 0x80
        || octet > 0x1f
            && octet != 0x7f
            && !unreserved((char) octet)
            && NEVER_CODED.indexOf(octet) < 0;
  }

  private static boolean unreserved(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~';
  }

  private static int octet(String segment, int percent) {
    if (percent + 2 >= segment.length()) {
      return NOT_HEX;
    }
    int high = Character.digit(segment.charAt(percent + 1), 16);
    int low = Character.digit(segment.charAt(percent + 2), 16);
    return high < 0 || low < 0 ? NOT_HEX : high * 16 + low;
  }

  private static boolean utf8(ByteBuffer octets) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(octets);
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
