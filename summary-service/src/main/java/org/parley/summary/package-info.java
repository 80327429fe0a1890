/** Summaries of threads, each sentence with the posts that it rests on. */
@NullMarked
package org.parley.summary;

import org.jspecify.annotations.NullMarked;
