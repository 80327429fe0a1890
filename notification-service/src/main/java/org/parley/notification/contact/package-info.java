/** How people can be written to. */
@NullMarked
package org.parley.notification.contact;

import org.jspecify.annotations.NullMarked;
