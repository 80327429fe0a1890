/** Shared support for MongoDB writes. */
@NullMarked
package org.parley.notification.storage;

import org.jspecify.annotations.NullMarked;
