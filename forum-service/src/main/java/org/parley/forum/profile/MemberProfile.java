package org.parley.forum.profile;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import org.parley.forum.member.PersonView;

/**
 * A member with their reputation.
 *
 * @param person the member as shown to others
 * @param reputation upvotes minus downvotes on all threads and posts of the member
 */
record MemberProfile(@JsonUnwrapped PersonView person, @Schema(example = "42") int reputation) {
}
