/** The people who can be told something. */
@NullMarked
package org.parley.notification.person;

import org.jspecify.annotations.NullMarked;
