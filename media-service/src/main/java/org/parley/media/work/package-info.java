/** The worker that inspects and decodes uploads, and removes files. */
@NullMarked
package org.parley.media.work;

import org.jspecify.annotations.NullMarked;
