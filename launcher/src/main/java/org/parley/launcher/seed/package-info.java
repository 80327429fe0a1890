/** Fills a development database with people, threads and posts that read like a forum. */
@NullMarked
package org.parley.launcher.seed;

import org.jspecify.annotations.NullMarked;
