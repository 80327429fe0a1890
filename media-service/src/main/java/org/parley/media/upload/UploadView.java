package org.parley.media.upload;

import java.time.Instant;

import org.parley.media.storage.PresignedUpload;

/**
 * A begun upload.
 *
 * @param id the id of the medium
 * @param upload the request that uploads the file
 * @param expiresAt when the upload ends unless it is complete
 */
record UploadView(String id, PresignedUpload upload, Instant expiresAt) {
}
