package org.parley.forum.profile;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import org.parley.forum.member.PersonView;

/**
 * A person, and what others think of what they wrote.
 *
 * @param person as others see them
 * @param reputation votes up minus votes down, on all threads and posts of theirs
 */
record MemberProfile(@JsonUnwrapped PersonView person, @Schema(example = "42") int reputation) {
}
