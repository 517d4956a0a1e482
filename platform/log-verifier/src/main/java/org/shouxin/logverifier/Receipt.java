package org.shouxin.logverifier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * What a service hands out for one entry of its log: the leaf, a signed head and the path between
 * them. Holding it and the log's public key is enough to check it; the service is not asked.
 *
 * @param content the logged bytes, when the receipt carries them; else null
 */
public record Receipt(
    long leafIndex, byte[] leafHash, SignedHead head, List<byte[]> inclusion, byte[] content) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HexFormat HEX = HexFormat.of();

  /** Reads a receipt as {@code GET /v1/log/leaves/{leafId}/receipt} writes it. */
  public static Receipt parse(byte[] json) {
    JsonNode root = tree(json);
    return new Receipt(
        number(root, "leafIndex"),
        hex(root, "leafHash"),
        head(need(root, "head")),
        hashes(need(root, "inclusion")),
        root.hasNonNull("content")
            ? root.get("content").asText().getBytes(StandardCharsets.UTF_8)
            : null);
  }

  /** Reads a head as {@code GET /v1/log/head} writes it. */
  public static SignedHead parseHead(byte[] json) {
    return head(tree(json));
  }

  /** Reads the hashes of a consistency proof as {@code GET /v1/log/consistency} writes it. */
  public static List<byte[]> parseConsistency(byte[] json) {
    return hashes(need(tree(json), "proof"));
  }

  /**
   * Reads an Ed25519 public key: base64 of its X.509 form, alone or within the JSON that {@code GET
   * /v1/log/key} answers.
   */
  public static PublicKey parseKey(String base64OrJson) {
    String text = base64OrJson.strip();
    String base64 =
        text.startsWith("{")
            ? need(tree(text.getBytes(StandardCharsets.UTF_8)), "publicKey").asText()
            : text;
    try {
      byte[] der = Base64.getMimeDecoder().decode(base64);
      return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der));
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      throw new ProofRejected("this is not an Ed25519 public key in base64");
    }
  }

  /**
   * Checks signature and inclusion and, when {@code content} is given, that the leaf is its hash.
   *
   * @param content the exact bytes that were logged, or null to check the hash alone
   * @throws ProofRejected naming the first check that fails
   */
  public void verify(PublicKey key, byte[] content) {
    head.verify(key);
    if (content != null && !MessageDigest.isEqual(MerkleProof.leafHash(content), leafHash)) {
      throw new ProofRejected("the content is not what was logged");
    }
    MerkleProof.inclusion(leafHash, leafIndex, head.treeSize(), inclusion, head.rootHash());
  }

  private static SignedHead head(JsonNode node) {
    return new SignedHead(
        need(node, "log").asText(),
        number(node, "treeSize"),
        hex(node, "rootHash"),
        Instant.parse(need(node, "timestamp").asText()).toEpochMilli(),
        hex(node, "signature"));
  }

  private static List<byte[]> hashes(JsonNode array) {
    List<byte[]> hashes = new ArrayList<>();
    for (JsonNode hash : array) {
      hashes.add(decode(hash.asText()));
    }
    return hashes;
  }

  private static JsonNode tree(byte[] json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new ProofRejected("this is not JSON");
    }
  }

  private static JsonNode need(JsonNode node, String field) {
    JsonNode value = node.get(field);
    if (value == null || value.isNull()) {
      throw new ProofRejected("the field " + field + " is missing");
    }
    return value;
  }

  private static long number(JsonNode node, String field) {
    JsonNode value = need(node, field);
    if (!value.canConvertToLong()) {
      throw new ProofRejected("the field " + field + " is not a whole number");
    }
    return value.asLong();
  }

  private static byte[] hex(JsonNode node, String field) {
    return decode(need(node, field).asText());
  }

  private static byte[] decode(String hex) {
    try {
      return HEX.parseHex(hex);
    } catch (IllegalArgumentException e) {
      throw new ProofRejected("a hash is not hexadecimal: " + hex);
    }
  }
}
