/** What makes a summary of posts: a chat model, or sentences picked from the posts. */
@NullMarked
package org.parley.summary.engine;

import org.jspecify.annotations.NullMarked;
