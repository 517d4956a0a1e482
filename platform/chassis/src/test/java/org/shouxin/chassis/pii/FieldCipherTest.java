package org.shouxin.chassis.pii;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class FieldCipherTest {
  private static final String ONE = "1:" + key(7);
  private static final String TWO = "2:" + key(9);
  private final FieldCipher cipher = new FieldCipher(ONE);

  @Test
  void aFieldComesBackAndNeverTwiceInTheSameForm() {
    String a = cipher.encrypt("测试甲", "row-1/name");
    String b = cipher.encrypt("测试甲", "row-1/name");
    assertThat(a).isNotEqualTo(b).doesNotContain("测试甲");
    assertThat(cipher.decrypt(a, "row-1/name")).isEqualTo("测试甲");
  }

  @Test
  void aFieldMovedOrChangedDoesNotDecrypt() {
    String cipherText = cipher.encrypt("plain", "row-1/name");
    assertThatThrownBy(() -> cipher.decrypt(cipherText, "row-2/name"))
        .isInstanceOf(IllegalStateException.class);
    byte[] bytes = Base64.getDecoder().decode(cipherText);
    bytes[bytes.length - 1] ^= 1;
    String changed = Base64.getEncoder().encodeToString(bytes);
    assertThatThrownBy(() -> cipher.decrypt(changed, "row-1/name"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aKeyIsRotatedWithoutLosingOldFieldsAndThenRetired() {
    String old = cipher.encrypt("plain", "a");
    FieldCipher rotated = new FieldCipher(ONE + "," + TWO);
    assertThat(rotated.decrypt(old, "a")).isEqualTo("plain");
    assertThat(rotated.outdated(old)).isTrue();
    String fresh = rotated.encrypt("plain", "a");
    assertThat(rotated.outdated(fresh)).isFalse();

    FieldCipher retired = new FieldCipher(TWO);
    assertThat(retired.decrypt(fresh, "a")).isEqualTo("plain");
    assertThatThrownBy(() -> retired.decrypt(old, "a")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anUnusableKeysetIsRefusedWithoutShowingIt() {
    for (String bad : new String[] {"", "1", "1:short", "0:" + key(1), ONE + "," + ONE, "x:y"}) {
      assertThatThrownBy(() -> new FieldCipher(bad))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("shouxin.pii.keyset")
          .hasMessageNotContaining(key(7));
    }
  }

  @Test
  void tagsAreEqualForEqualValuesOfOnePurposeAndUnreadableWithoutTheKey() {
    BlindIndex index = new BlindIndex(key(3));
    assertThat(index.of("phone", "+8613800000000"))
        .isEqualTo(index.of("phone", "+8613800000000"))
        .isNotEqualTo(index.of("card", "+8613800000000"))
        .isNotEqualTo(new BlindIndex(key(4)).of("phone", "+8613800000000"))
        .hasSize(64);
    assertThatThrownBy(() -> new BlindIndex("c2hvcnQ="))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String key(int fill) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) fill);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
