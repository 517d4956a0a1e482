package org.shouxin.logverifier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The receipt of a log that has one leaf, signed with a key of its own.
 *
 * @param key the public key, base64
 */
record SignedFixture(String receipt, String key, String leafHash) {

  static SignedFixture of(String content) throws GeneralSecurityException {
    KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    byte[] leaf = MerkleProof.leafHash(content.getBytes(StandardCharsets.UTF_8));
    var signer = Signature.getInstance("Ed25519");
    signer.initSign(keys.getPrivate());
    signer.update(headBytes(leaf));
    String hash = HexFormat.of().formatHex(leaf);
    String receipt =
        """
        {"leafIndex":0,"leafHash":"%1$s","content":"%2$s","inclusion":[],
         "head":{"log":"test","treeSize":1,"rootHash":"%1$s",
                 "timestamp":"1970-01-01T00:00:01Z","signature":"%3$s"}}"""
            .formatted(hash, content, HexFormat.of().formatHex(signer.sign()));
    String key = Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    return new SignedFixture(receipt, key, hash);
  }

  private static byte[] headBytes(byte[] root) {
    byte[] name = "test".getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(1 + name.length + 8 + 8 + 1 + root.length + 2)
        .put((byte) name.length)
        .put(name)
        .putLong(1_000)
        .putLong(1)
        .put((byte) root.length)
        .put(root)
        .putShort((short) 0)
        .array();
  }
}
