package org.parley.forum.postpage;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.parley.forum.post.view.PostView;

/**
 * A post on a tree page.
 *
 * @param depth the number of posts between it and the thread
 * @param moreReplies whether the page omits replies to it
 */
record TreePost(@JsonUnwrapped PostView post, int depth, boolean moreReplies) {
}
