package org.parley.forum.postpage;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.parley.forum.post.PostView;

/**
 * A post in its place among the answers.
 *
 * @param post the post
 * @param depth how many posts are between this one and the thread
 * @param moreReplies whether there are answers to it that the page leaves out
 */
record TreePost(@JsonUnwrapped PostView post, int depth, boolean moreReplies) {
}
