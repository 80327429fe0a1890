package org.parley.storage;

/**
 * The credentials that may use the storage.
 *
 * @param accessKey the name of the key
 * @param secretKey the secret that signs requests
 * @param bucket the bucket, which is created
 * @param origin the origin of the pages that upload files, for CORS
 */
record StorageAccess(String accessKey, String secretKey, String bucket, String origin) {
}
