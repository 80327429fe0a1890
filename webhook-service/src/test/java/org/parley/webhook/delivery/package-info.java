/** What subscribers are told, and what they are not. */
@NullMarked
package org.parley.webhook.delivery;

import org.jspecify.annotations.NullMarked;
