/** The job that removes unfinished uploads and unused media. */
@NullMarked
package org.parley.media.cleanup;

import org.jspecify.annotations.NullMarked;
