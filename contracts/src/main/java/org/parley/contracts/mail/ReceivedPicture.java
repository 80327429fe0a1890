package org.parley.contracts.mail;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.SealedEventSecret;

/**
 * A picture in a mail of a person.
 *
 * @param contentId its Content-ID, by which the HTML names it; null if it has none
 * @param source where webhook-service keeps it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReceivedPicture(@Nullable String contentId, SealedEventSecret source) {
}
