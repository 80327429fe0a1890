/** What people are told of themselves, and what is left when they are gone. */
@NullMarked
package org.parley.notification.privacy;

import org.jspecify.annotations.NullMarked;
