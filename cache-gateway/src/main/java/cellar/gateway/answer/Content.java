package cellar.gateway.answer;

import java.util.List;

import cellar.gateway.range.ByteRange;

/**
 * What is to be sent behind the head of an answer.
 */
public sealed interface Content {

	/**
	 * Nothing.
	 */
	record None() implements Content {

	}

	/**
	 * A text of our own.
	 *
	 * @param json the text
	 */
	record Text(String json) implements Content {

	}

	/**
	 * One part of the body, or all of it.
	 *
	 * @param first offset of the first byte
	 * @param length how many, above 0, or -1 for all that come
	 */
	record Part(long first, long length) implements Content {

	}

	/**
	 * Several parts of the body, each behind a head of its own.
	 *
	 * @param parts the parts
	 * @param end what stands behind the last of them
	 */
	record Parts(List<HeadedPart> parts, String end) implements Content {

		long length() {
			long length = this.end.length();
			for (HeadedPart part : this.parts) {
				length += part.head().length() + part.range().length();
			}
			return length;
		}

	}

	/**
	 * One of several parts.
	 *
	 * @param head what stands before it
	 * @param range which part
	 */
	record HeadedPart(String head, ByteRange range) {

	}

}
