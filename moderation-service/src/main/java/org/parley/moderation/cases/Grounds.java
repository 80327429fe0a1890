package org.parley.moderation.cases;

import java.util.List;

import org.parley.moderation.policy.Verdict;
import org.parley.moderation.subject.PostReference;
import org.parley.moderation.subject.Revision;
import org.parley.moderation.subject.ThreadReference;

/**
 * Why there is something to decide.
 *
 * @param post which post
 * @param thread where
 * @param revision which content of it
 * @param content what it says
 * @param verdict what a check came to
 * @param reasons stable codes, the gravest first
 */
public record Grounds(PostReference post, ThreadReference thread, Revision revision, String content, Verdict verdict,
		List<String> reasons) {
}
