/** Which accounts are private: posts of private accounts are not public. */
@NullMarked
package org.parley.media.account;

import org.jspecify.annotations.NullMarked;
