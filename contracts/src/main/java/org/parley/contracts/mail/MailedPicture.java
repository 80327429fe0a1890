package org.parley.contracts.mail;

import org.parley.contracts.SealedEventSecret;

/**
 * A picture of a post that was written by mail.
 *
 * @param mediaId the medium that it becomes, which the content of the post shows
 * @param source where webhook-service keeps it
 */
public record MailedPicture(String mediaId, SealedEventSecret source) {
}
