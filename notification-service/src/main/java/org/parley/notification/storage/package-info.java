/** What all features need of the database. */
@NullMarked
package org.parley.notification.storage;

import org.jspecify.annotations.NullMarked;
