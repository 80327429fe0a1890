/** The S3 storage of a laptop and of tests. */
@NullMarked
package org.parley.storage;

import org.jspecify.annotations.NullMarked;
