/** Tests of the S3 storage. */
@NullMarked
package org.parley.storage;

import org.jspecify.annotations.NullMarked;
