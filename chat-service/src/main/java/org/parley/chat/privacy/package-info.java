/** The personal data in this service. */
@NullMarked
package org.parley.chat.privacy;

import org.jspecify.annotations.NullMarked;
