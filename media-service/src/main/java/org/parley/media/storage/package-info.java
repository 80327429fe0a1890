/** The S3 storage of files. */
@NullMarked
package org.parley.media.storage;

import org.jspecify.annotations.NullMarked;
